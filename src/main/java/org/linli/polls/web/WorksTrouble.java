package org.linli.polls.web;

import java.util.List;

/// What was entered and cannot be taken, to be shown again as it was typed, with an answer beside each wrong field.
///
/// @param act  the form; empty where nothing was entered
/// @param wrong the names of its fields
record WorksTrouble(String act, WorksForm form, List<String> wrong) {

    static final WorksTrouble NONE =
            new WorksTrouble("", new WorksForm(null, null, null, null, null, null, null, null, null), List.of());

    /// Whether it is the form of this proposal.
    public boolean in(String asked, int proposal) {
        return act.equals(asked) && form.proposal() == proposal;
    }

    public boolean is(String asked, int proposal, String field) {
        return in(asked, proposal) && wrong.contains(field);
    }

    /// Whether it names a milestone that the proposal has not.
    public boolean isNoMilestone(int proposal) {
        return form.proposal() == proposal && wrong.contains("milestone");
    }

    /// Whether it is about the picture of this milestone.
    public boolean isPicture(int proposal, int milestone) {
        return in("picture", proposal) && form.milestone() == milestone;
    }

    /// What was typed; empty in every other form.
    public String typed(String asked, int proposal, String field) {
        if (!in(asked, proposal)) {
            return "";
        }
        String typed = switch (field) {
            case "source" -> form.source();
            case "yuan" -> form.yuan();
            case "payer" -> form.payer();
            case "receipt" -> form.receipt();
            case "title" -> form.title();
            default -> form.due();
        };
        return typed == null ? "" : typed;
    }
}
