package org.linli.dialogue.danger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.channels.Address;
import org.linli.dialogue.scene.Act;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Turn;
import org.linli.outbox.Letter;
import org.linli.platform.database.Effect;

/// Of an emergency everybody of the staff is told once: whoever is alarmed by the talk gets no letter of the case that
/// was opened for it, but its number. Whoever only the case would tell is still told by it.
public record AlarmOnce(Scene scene, Turn turn) {

    private static final String ALARM = "staff-emergency";
    private static final String NUMBER = "number";

    public List<Effect> of(List<Effect> effects) {
        var alarmed = alarmed();
        if (alarmed.isEmpty()) {
            return effects;
        }
        var number = number(effects).orElse("");
        var once = new ArrayList<Effect>(effects.size());
        for (Effect effect : effects) {
            if (!(effect instanceof Letter letter) || !alarmed.contains(letter.to())) {
                once.add(effect);
            } else if (letter.template().startsWith(ALARM)) {
                once.add(numbered(letter, number));
            }
        }
        return once;
    }

    private Set<Address> alarmed() {
        return turn.acts().stream()
                .filter(act -> act instanceof Act.Tell tell && tell.template().startsWith(ALARM))
                .map(act -> ((Act.Tell) act).to())
                .filter(to -> !to.equals(scene.speaker().replyTo()))
                .collect(Collectors.toSet());
    }

    /// What the person in need is told is told to staff.
    private Optional<String> number(List<Effect> effects) {
        return effects.stream()
                .filter(Letter.class::isInstance)
                .map(Letter.class::cast)
                .filter(it -> it.to().equals(scene.speaker().replyTo()))
                .flatMap(it -> Optional.ofNullable(it.facts().get(NUMBER)).stream())
                .findFirst();
    }

    private static Letter numbered(Letter letter, String number) {
        var facts = new HashMap<>(letter.facts());
        facts.put(NUMBER, number);
        return new Letter(letter.community(), letter.key(), letter.to(), letter.template(), Map.copyOf(facts));
    }
}
