package org.linli.cases;

/// Somebody has to be told something.
///
/// @param template a file in `templates/letters`
public record News(Audience audience, String template) {

    public enum Audience {
        /// Who reported it and all who joined, but for the one who acted.
        RESIDENTS,
        /// The staff of the unit that has the case now.
        UNIT,
        /// Whoever has it in hand now; the unit where nobody has.
        ASSIGNEE,
        /// The staff of the unit that had it before.
        FORMER_UNIT
    }

    static News toResidents(String template) {
        return new News(Audience.RESIDENTS, template);
    }

    static News toFormerUnit(String template) {
        return new News(Audience.FORMER_UNIT, template);
    }

    static News toAssignee(String template) {
        return new News(Audience.ASSIGNEE, template);
    }

    static News toUnit(String template) {
        return new News(Audience.UNIT, template);
    }
}
