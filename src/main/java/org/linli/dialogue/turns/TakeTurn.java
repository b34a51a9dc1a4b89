package org.linli.dialogue.turns;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.linli.dialogue.OpenQuestion;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.asking.Advance;
import org.linli.dialogue.asking.ReadReply;
import org.linli.dialogue.asking.Reading;
import org.linli.dialogue.deciding.AnswersFreely;
import org.linli.dialogue.deciding.Decide;
import org.linli.dialogue.phrases.BareReply;
import org.linli.dialogue.scene.Act;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Spoken;
import org.linli.dialogue.scene.Turn;
import org.linli.dialogue.talk.Conversation;
import org.linli.dialogue.talk.Gathered;
import org.linli.dialogue.talk.Heard;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Finds the turn for a message: a skill may have asked something that it answers, otherwise the talk decides.
@Component
public class TakeTurn {

    private record Asked(Skill skill, OpenQuestion question) {}

    /// Never empty. Signals what a skill signals.
    public Mono<Turn> on(Conversation kept, Scene met) {
        var scene = met.after(kept.asOf(met.now()));
        var talk = kept.asOf(scene.now());
        return replied(talk, scene).switchIfEmpty(Mono.fromSupplier(() -> new Decide(scene).on(kept)));
    }

    private static Mono<Turn> replied(Conversation talk, Scene scene) {
        if (talk.isWithStaff() || isCommand(scene)) {
            return Mono.empty();
        }
        if (isBare(scene)) {
            return reply(talk, scene, _ -> true);
        }
        var answers = new AnswersFreely(scene);
        if (answers.mayBe(talk)) {
            return reply(talk, scene, it -> it.free() || it.choice());
        }
        return answers.mayChoose(talk) ? reply(talk, scene, OpenQuestion::choice) : Mono.empty();
    }

    private static boolean isCommand(Scene scene) {
        return scene.heard() instanceof Heard.Said(String words)
                && scene.setPhrase(words).isPresent();
    }

    /// Neighbours tell each other that something works again: among them only what can mean nothing else is a reply.
    private static boolean isBare(Scene scene) {
        return scene.heard() instanceof Heard.Said(String words)
                && (scene.addressed() ? BareReply.mayBe(words) : BareReply.isPlainVerdict(words));
    }

    private static Mono<Turn> reply(Conversation talk, Scene scene, Predicate<OpenQuestion> mayBeMeant) {
        return Flux.fromIterable(scene.skills().all())
                .flatMap(skill -> skill.openQuestion(scene.speaker()).map(it -> new Asked(skill, it)))
                .filter(asked -> mayBeMeant.test(asked.question()) && isMeant(asked.question(), talk, scene))
                .sort(Comparator.comparing((Asked it) -> lastAskedAt(it, talk)).reversed())
                .concatMap(asked -> read(asked, talk, scene))
                .next();
    }

    /// What somebody has just brought up themselves, like a vote, is what they were asked last.
    private static Instant lastAskedAt(Asked asked, Conversation talk) {
        var done = talk.done();
        Instant at = asked.question().askedAt();
        return done != null && done.at().isAfter(at) && asked.skill().serves(new Intent(done.label())) ? done.at() : at;
    }

    /// Whoever did not call us answers where they were asked. Our own question comes first when it was asked later and
    /// the words answer it.
    private static boolean isMeant(OpenQuestion question, Conversation talk, Scene scene) {
        boolean here =
                scene.addressed() || question.askedIn().equals(scene.speaker().replyTo());
        return here && scene.spokenOf().mayAnswer(question) && !answersTheTalk(question, talk, scene);
    }

    private static boolean answersTheTalk(OpenQuestion question, Conversation talk, Scene scene) {
        return scene.heard() instanceof Heard.Said(String words)
                && talk.top()
                        .filter(form -> form.question() != null
                                && form.question().askedAt().isAfter(question.askedAt())
                                && new ReadReply(scene).of(form, words) instanceof Reading.Filled)
                        .isPresent();
    }

    private static Mono<Turn> read(Asked asked, Conversation talk, Scene scene) {
        var request = request(scene);
        return asked.skill()
                .reply(asked.question(), request)
                .map(answer -> Turn.silent(talk).then(new Act.Answered(request, answer)))
                .map(turn -> new Advance(scene).from(turn));
    }

    private static Request request(Scene scene) {
        var gathered = Gathered.of(scene.key());
        return switch (scene.heard()) {
            case Heard.Said(String words) -> {
                var meant = scene.understood(words).intent();
                yield request(scene, meant, new Spoken(scene).addedTo(gathered.about(meant), words));
            }
            case Heard.Shown(String media, var _) ->
                request(scene, AnswersFreely.ADDITION, gathered.showing(List.of(media)));
            case Heard.Pointed _, Heard.Joined _, Heard.CameBack _, Heard.Unreadable _, Heard.Went _, Heard.Nothing _ ->
                request(scene, AnswersFreely.ADDITION, gathered);
        };
    }

    private static Request request(Scene scene, Intent intent, Gathered gathered) {
        return gathered.request(intent, scene.speaker(), scene.map(), scene.at());
    }
}
