using System.CommandLine;

namespace OnRecord.Lab;

/// <summary>The list of the Lab's commands.</summary>
internal static class LabCommands
{
    public static IEnumerable<Command> All() =>
    [
        Language.ScoreLanguage.Command(),
        Claims.ScoreClaims.Command(),
        Claims.ScoreCommitment.Command(),
        Claims.ScoreStatus.Command(),
        Claims.ScoreCarb.Command(),
        Claims.TrainCertainty.Command(),
        Language.ScoreParser.Command(),
        Quantities.MissedQuantities.Command(),
        Quantities.ScoreQuantities.Command(),
        Times.ScoreTimes.Command(),
        Pages.ScoreFundus.Command(),
        Pages.ScoreWcxb.Command(),
        Pages.TrainPages.Command(),
        Pages.ShowPage.Command(),
        Times.ScoreRecognizersTimes.Command(),
        Times.MissedTimes.Command(),
        TextPages.MakeTextPages.Command(),
        TextPages.ScoreTextPages.Command(),
        Attributions.ScoreAttributions.Command(),
        Attributions.ScoreChains.Command(),
        Attributions.ShowAttributions.Command(),
        Attributions.TrainJudge.Command(),
        Levels.TrainLevels.Command(),
        Attributions.TrainEnds.Command(),
        Attributions.CountCues.Command(),
        Names.ScoreNames.Command(),
        Lexicons.MakeNounKinds.Command(),
        Lexicons.MakeGazetteer.Command(),
        Lexicons.MakeNameGenders.Command(),
        Coreference.ScoreCoreference.Command(),
        Coreference.ScoreGap.Command(),
        Coreference.ShowJoins.Command(),
        Coreference.TrainAntecedents.Command(),
        Ranks.ShowRanks.Command(),
        Ranks.TrainRanks.Command(),
        Ranks.ScoreRanks.Command(),
        Roles.ScoreRoles.Command(),
        Roles.ScoreMeantimeRoles.Command(),
        Events.ScoreEvents.Command(),
        Archives.ScoreCopies.Command(),
        Archives.GrowArchive.Command(),
        Archives.KillAdd.Command(),
        Archives.KillServe.Command(),
        Stories.MakeDocumentFrequencies.Command(),
        Stories.ScoreStories.Command(),
        Stories.ScoreHappenings.Command(),
    ];
}
