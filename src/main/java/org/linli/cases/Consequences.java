package org.linli.cases;

import java.util.ArrayList;
import java.util.List;
import org.linli.platform.database.Effect;

/// What has to be written because of a move: the case where it changed, the step, the letters.
public final class Consequences {

    private Consequences() {}

    public static List<Effect> of(Outcome.Moved moved, CaseFile file, CaseLetters letters) {
        var effects = new ArrayList<Effect>();
        if (moved.changesTheCase()) {
            effects.add(new CaseMoved(moved.before(), moved.after()));
        }
        effects.add(new StepTaken(moved.step()));
        effects.addAll(letters.about(moved, file));
        return effects;
    }
}
