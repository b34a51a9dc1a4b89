package org.linli.polls.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was typed into one form of a page with many, and what is wrong with it: shown in that form and in no other.
///
/// @param of which of several like it
public record TypedAct(
        String form, int of, RoundAct act, @Nullable Wrong wrong) {

    static final TypedAct NONE = new TypedAct("", 0, RoundAct.NONE, null);

    /// Acts that share a form with others.
    private static final Map<String, String> FORMS =
            Map.of("feasible", "review", "infeasible", "review", "finish", "tell");

    static TypedAct of(String act, RoundAct form, Wrong wrong) {
        return new TypedAct(FORMS.getOrDefault(act, act), form.number(), form, wrong);
    }

    /// What stands in a field: what was typed there, otherwise what is known.
    public Object value(String where, int which, String field, @Nullable Object known) {
        return isHere(where, which) ? act.typedInto(field) : known == null ? "" : known;
    }

    /// A key of what is said beside the field; empty where nothing is wrong with it.
    public String trouble(String where, int which, String field) {
        var it = wrong;
        return it != null && isHere(where, which) && it.field().equals(field) ? it.why() : "";
    }

    private boolean isHere(String where, int which) {
        return form.equals(where) && of == which;
    }
}
