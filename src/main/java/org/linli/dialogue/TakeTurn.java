package org.linli.dialogue;

import java.util.Comparator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Finds the turn for a message: a skill may have asked something that it answers, otherwise the talk decides.
@Component
class TakeTurn {

    private record Asked(Skill skill, OpenQuestion question) {}

    /// Never empty. Signals what a skill signals.
    Mono<Turn> on(Conversation kept, Scene met) {
        var scene = met.after(kept.asOf(met.now()));
        return scene.heard() instanceof Heard.Said(String words) && mayBeReply(kept.asOf(scene.now()), scene, words)
                ? reply(kept, scene, words).switchIfEmpty(decided(kept, scene))
                : decided(kept, scene);
    }

    private static Mono<Turn> decided(Conversation kept, Scene scene) {
        return Mono.fromSupplier(() -> new Decide(scene).on(kept));
    }

    /// Neighbours tell each other that something works again: among them only what can mean nothing else is a reply.
    private static boolean mayBeReply(Conversation talk, Scene scene, String words) {
        return !talk.isWithStaff()
                && scene.setPhrase(words).isEmpty()
                && (scene.addressed() ? Phrases.looksLikeBareReply(words) : Phrases.isPlainVerdict(words));
    }

    private static Mono<Turn> reply(Conversation kept, Scene scene, String words) {
        var talk = kept.asOf(scene.now());
        return latestQuestion(scene)
                .filter(asked -> isMeant(asked.question(), talk, scene, words))
                .flatMap(asked -> read(asked, talk, scene, words));
    }

    private static Mono<Asked> latestQuestion(Scene scene) {
        return Flux.fromIterable(scene.skills().all())
                .flatMap(skill -> skill.openQuestion(scene.speaker()).map(it -> new Asked(skill, it)))
                .reduce((one, other) ->
                        Comparator.comparing((Asked it) -> it.question().askedAt())
                                                .compare(one, other)
                                        >= 0
                                ? one
                                : other);
    }

    /// Whoever did not call us answers where they were asked. Our own question comes first when it was asked later and
    /// the words answer it.
    private static boolean isMeant(OpenQuestion question, Conversation talk, Scene scene, String words) {
        boolean here =
                scene.addressed() || question.askedIn().equals(scene.speaker().replyTo());
        return here && !answersTheTalk(question, talk, scene, words);
    }

    private static boolean answersTheTalk(OpenQuestion question, Conversation talk, Scene scene, String words) {
        return talk.top()
                .filter(form -> form.question() != null
                        && form.question().askedAt().isAfter(question.askedAt())
                        && new ReadReply(scene).of(form, words) instanceof Reading.Filled)
                .isPresent();
    }

    private static Mono<Turn> read(Asked asked, Conversation talk, Scene scene, String words) {
        var meant = scene.understood(words).intent();
        var request = new Spoken(scene)
                .addedTo(Gathered.of(scene.key()).about(meant), words)
                .request(meant, scene.speaker(), scene.map(), scene.at());
        return asked.skill()
                .reply(asked.question(), request)
                .map(answer -> Turn.silent(talk).then(new Act.Answered(request, answer)))
                .map(turn -> new Advance(scene).from(turn));
    }
}
