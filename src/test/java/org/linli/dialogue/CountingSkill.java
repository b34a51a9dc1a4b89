package org.linli.dialogue;

import java.util.Map;
import org.linli.understanding.Intent;
import reactor.core.publisher.Mono;

/// A capability that may be told once more how many.
final class CountingSkill implements Skill {

    @Override
    public String id() {
        return "count";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.label().equals("account.bind");
    }

    @Override
    public boolean continues(String said) {
        return said.endsWith("个人");
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return Mono.just(Answer.saying("counted", Map.of()));
    }
}
