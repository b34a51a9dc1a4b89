package org.linli.dialogue;

import java.util.Map;
import org.linli.channels.Address;
import org.linli.understanding.Intent;
import reactor.core.publisher.Mono;

/// A capability that once asked whether something is solved, and takes any words for a verdict.
///
/// @param free whether it left open what is answered
record AskingSkill(Address askedIn, boolean free) implements Skill {

    @Override
    public String id() {
        return "ask-verdict";
    }

    @Override
    public boolean serves(Intent intent) {
        return false;
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return Mono.error(() -> new IllegalStateException("serves nothing"));
    }

    @Override
    public Mono<OpenQuestion> openQuestion(Speaker speaker) {
        return Mono.just(new OpenQuestion(id(), "LM-2026-000001", Talking.NINE, askedIn, free));
    }

    @Override
    public Mono<Answer> reply(OpenQuestion question, Request request) {
        return Mono.just(Answer.saying("verdict", Map.of()));
    }
}
