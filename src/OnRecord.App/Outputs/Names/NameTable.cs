using System.Globalization;
using System.Text;
using OnRecord.App.Outputs.Report;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace OnRecord.App.Outputs.Names;

/// <summary>Who and what a document speaks of, for a person: a section for each type, with the words for each and the rule that joined them.</summary>
internal sealed class NameTable(Stream output, int width, bool isColoured) : IRecordOutput
{
    private const int NameWidth = 30;
    private const int CountryWidth = 4;
    private const int MostName = 80;

    private static readonly (EntityType Type, string Title)[] Types =
    [
        (EntityType.Person, "Persons"), (EntityType.Organization, "Organisations"), (EntityType.Country, "Countries"), (EntityType.Place, "Places"), (EntityType.Group, "Groups"),
        (EntityType.Event, "Events"), (EntityType.Work, "Works"), (EntityType.Product, "Products"), (EntityType.Law, "Laws"),
    ];

    public void Write(string name, IReadOnlyList<Record> records) =>
        output.Write(Encoding.UTF8.GetBytes(ReportConsole.Render(
            width, isColoured, records.SelectMany(record => (IEnumerable<IRenderable>)[.. HeadSection.Of(name, record), .. Sections(record), new Text("\n")]))));

    private static IEnumerable<IRenderable> Sections(Record record)
    {
        var mentions = record.Mentions.ToLookup(mention => mention.Entity);
        foreach (var (type, title) in Types)
        {
            var entities = record.Entities.Where(entity => entity.Type == type).ToList();
            if (entities.Count == 0)
            {
                continue;
            }

            var table = Wording.Rows(NameWidth, CountryWidth);
            foreach (var entity in entities.Take(Wording.MostRows))
            {
                var cut = Wording.Printable(entity.Name.Length > MostName ? entity.Name[..MostName] + " …" : entity.Name);
                table.AddRow(new Text(cut, entity.Named ? Wording.Strong : Style.Plain), new Text(entity.Country ?? ""), Told(record, entity, mentions[entity.Id]));
            }

            yield return Wording.Title(title, entities.Count);
            yield return table;
            foreach (var rest in Wording.Rest(entities.Count))
            {
                yield return rest;
            }
        }

        foreach (var section in Open(record))
        {
            yield return section;
        }
    }

    /// <summary>The titles, then the words for an entity, the same words by the same rule counted.</summary>
    private static Paragraph Told(Record record, Entity entity, IEnumerable<Mention> mentions)
    {
        var text = record.Document.Text;
        var told = new Paragraph();
        var roles = entity.Roles.Select(role => Wording.Printable(role.Title.Of(text))).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (roles.Count > 0)
        {
            told.Append(string.Join(", ", roles) + "\n");
        }

        foreach (var group in mentions.GroupBy(mention => (Text: Wording.Printable(mention.Span.Of(text)), Why: mention.Join ?? mention.Rule)))
        {
            var times = group.Count() > 1 ? string.Create(CultureInfo.InvariantCulture, $" ×{group.Count()}") : "";
            told.Append(group.Key.Text + times).Append($" {group.Key.Why}  ", Wording.Faint);
        }

        return told;
    }

    /// <summary>Mentions that could not be joined, and why.</summary>
    private static IEnumerable<IRenderable> Open(Record record)
    {
        var open = record.Unresolved.Where(one => one.What == "mention").ToList();
        if (open.Count == 0)
        {
            return [];
        }

        var table = Wording.Rows(NameWidth);
        foreach (var one in open.Take(Wording.MostRows))
        {
            table.AddRow(new Text(one.Why, Wording.Doubt), Wording.Around(record, one.Span, 80));
        }

        return [Wording.Title("Not joined", open.Count), table, .. Wording.Rest(open.Count)];
    }
}
