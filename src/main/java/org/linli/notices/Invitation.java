package org.linli.notices;

/// To what a notice invites (报名).
///
/// @param places for how many; 0: for as many as come
/// @param whose  who takes a place
public record Invitation(int places, Whose whose) {

    /// Stored by name.
    public enum Whose {
        /// Each for themselves, or for as many as they say.
        PERSON,
        /// Once for all who live together, whoever says so.
        HOUSEHOLD
    }

    /// More fit into no square.
    public static final int MOST = 10_000;

    public Invitation {
        places = Math.clamp(places, 0, MOST);
    }

    /// The same for so many.
    public Invitation of(int other) {
        return new Invitation(other, whose);
    }

    public boolean isLimited() {
        return places > 0;
    }
}
