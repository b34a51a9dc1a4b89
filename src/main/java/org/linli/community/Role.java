package org.linli.community;

/// What a staff member may see and do.
public enum Role {
    /// Sees the cases of the own unit's places.
    GRID_WORKER,
    /// Sees the cases assigned to the own unit.
    UNIT_WORKER,
    /// Sees the whole community.
    COMMUNITY_WORKER,
    /// Sees the whole community and changes its settings.
    ADMIN
}
