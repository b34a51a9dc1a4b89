package org.linli.notices.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.linli.platform.database.Effect;

/// What becomes of somebody's wish to come or not to, and what has to be written for it.
///
/// @param before the register without it
public record Decided(Activity activity, Register before, Register.Step step) {

    /// With the letters to those who move up. Empty where nothing changes.
    public List<Effect> effects() {
        if (step.changed().isEmpty()) {
            return List.of();
        }
        var effects = new ArrayList<Effect>(List.of(new RegisterMoved(activity, step.changed())));
        effects.addAll(ActivityLetters.movedUp(activity, step.movedUp()));
        return List.copyOf(effects);
    }

    /// For the words of an answer.
    public Map<String, String> facts() {
        var facts = ActivityLetters.facts(activity);
        facts.put("people", String.valueOf(step.entry().people()));
        facts.put("waits", step.entry().state() == Entry.State.WAITS ? "1" : "");
        int turn = before.turn(step.entry().who());
        facts.put("turn", String.valueOf(turn > 0 ? turn : before.waiting().size() + 1));
        return facts;
    }
}
