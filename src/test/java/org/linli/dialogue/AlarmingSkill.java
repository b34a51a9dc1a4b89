package org.linli.dialogue;

import java.util.List;
import java.util.Map;
import org.linli.channels.Address;
import org.linli.outbox.Letter;
import org.linli.understanding.Intent;
import reactor.core.publisher.Mono;

/// Opens a case for an emergency, and would tell the desk and the director of it.
public record AlarmingSkill() implements Skill {

    public static final Address DIRECTOR = Address.person(Neighbourhood.CHAT, "lm", "director");

    @Override
    public String id() {
        return "alarming";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.equals(Intent.EMERGENCY);
    }

    @Override
    public Mono<Answer> perform(Request request) {
        var facts = Map.of("number", "LM-2026-000007");
        return Mono.just(new Answer(
                "case-opened-emergency", facts, List.of(letter(Neighbourhood.DESK, facts), letter(DIRECTOR, facts))));
    }

    private static Letter letter(Address to, Map<String, String> facts) {
        return new Letter(Neighbourhood.ID, "m/" + to.id(), to, "case-unit-new", facts);
    }
}
