namespace OnRecord.Claims.Roles;

/// <summary>A role while the roles of a claim are gathered.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Head">The token that heads its words.</param>
/// <param name="First">Index of its first token.</param>
/// <param name="End">One past the index of its last.</param>
internal readonly record struct DraftRole(RoleKind Kind, int Head, int First, int End)
{
    public bool Holds(int token) => First <= token && token < End;

    public bool Overlaps(int first, int end) => First < end && first < End;
}
