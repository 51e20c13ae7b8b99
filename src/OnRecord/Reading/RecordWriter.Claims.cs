namespace OnRecord;

/// <summary>Claims, as the contract writes them.</summary>
internal sealed partial class RecordWriter
{
    private void WriteClaim(Claim claim)
    {
        _json.WriteString("id", claim.Id);
        WriteSpanFields(claim.Span);
        _json.WriteString("statement", claim.Statement);
        WriteArray("parts", claim.Parts, WritePart);
        _json.WriteStartObject("predicate");
        WriteSpanFields(claim.Predicate.Span);
        _json.WriteString("lemma", claim.Predicate.Lemma);
        _json.WriteEndObject();
        WriteSpan("governor", claim.Governor);
        WriteArray("roles", claim.Roles, WriteRole);
        _json.WriteBoolean("negated", claim.Negated);
        _json.WriteString("status", Name(claim.Status));
        WriteNumber("certainty", claim.Certainty);
        WriteStrings("attributedTo", claim.AttributedTo);
        WriteSource("origin", claim.Origin);
        WriteIndexes("times", claim.Times);
        WriteIndexes("quantities", claim.Quantities);
        _json.WriteString("within", claim.Within);
        _json.WriteString("level", Name(claim.Level));
        WriteNumber("rank", claim.Rank);
        WriteStrings("reasons", [.. claim.Reasons.Select(Name)]);
        _json.WriteString("rule", claim.Rule);
    }

    private void WritePart(StatementPart part)
    {
        if (part.Insert is null)
        {
            WriteSpanFields(part.Span);
            return;
        }

        _json.WriteString("insert", part.Insert);
        _json.WriteString("entity", part.Entity);
        WriteSpan("from", part.Span);
        _json.WriteString("rule", part.Rule);
    }

    private void WriteRole(ClaimRole role)
    {
        _json.WriteString("role", Name(role.Role));
        WriteSpanFields(role.Span);
        _json.WriteString("entity", role.Entity);
    }
}
