package org.linli.dialogue.turns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.danger.AlarmOnce;
import org.linli.dialogue.scene.Act;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Turn;
import org.linli.dialogue.talk.Conversation;
import org.linli.media.MediaTaken;
import org.linli.outbox.Letter;
import org.linli.platform.database.Effect;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Turns what was decided into effects: lets skills perform and addresses the letters.
@Component
public class PerformTurn {

    /// In the order of the acts. Never empty; an empty list where we are silent. Signals what a skill signals.
    public Mono<List<Effect>> of(Turn turn, Scene scene) {
        return Flux.fromIterable(turn.acts())
                .index()
                .concatMap(it -> effects(it.getT2(), it.getT1(), scene))
                .flatMapIterable(it -> it)
                .collectList()
                .map(new AlarmOnce(scene, turn)::of);
    }

    private static Mono<List<Effect>> effects(Act act, long position, Scene scene) {
        return switch (act) {
            case Act.Say say ->
                Mono.just(List.of(letter(scene, key(scene, position, say.template()), say.template(), say.facts())));
            case Act.Tell tell ->
                Mono.just(List.of(new Letter(
                        scene.speaker().community(),
                        key(scene, position, tell.template()),
                        tell.to(),
                        tell.template(),
                        tell.facts())));
            case Act.Learn(Effect what) -> Mono.just(List.of(what));
            case Act.Answered answered -> Mono.just(said(scene, answered.request(), answered.answer(), null));
            case Act.Perform perform ->
                perform.skill()
                        .perform(perform.request())
                        .map(answer -> said(scene, perform.request(), answer, perform.instead()))
                        .map(effects -> taking(perform.request(), effects));
        };
    }

    /// What was sent for a request is kept as long as what became of it.
    private static List<Effect> taking(Request request, List<Effect> effects) {
        return request.pictures().isEmpty()
                ? effects
                : Conversation.plus(effects, new MediaTaken(request.speaker().community(), request.pictures()));
    }

    private static List<Effect> said(Scene scene, Request request, Answer answer, Act.@Nullable Say instead) {
        var effects = new ArrayList<Effect>();
        String template = instead == null ? answer.template() : instead.template();
        if (!template.isEmpty()) {
            effects.add(letter(scene, request.key() + "/" + template, template, facts(answer, instead)));
        }
        effects.addAll(answer.effects());
        new Attention(scene).drawnBy(request, answer, template.isEmpty()).ifPresent(effects::add);
        return effects;
    }

    private static Map<String, String> facts(Answer answer, Act.@Nullable Say instead) {
        var facts = new HashMap<>(answer.facts());
        if (instead != null) {
            facts.putAll(instead.facts());
        }
        return facts;
    }

    private static Letter letter(Scene scene, String key, String template, Map<String, String> facts) {
        Address to = scene.speaker().replyTo();
        return new Letter(scene.speaker().community(), key, to, template, facts);
    }

    /// The same message on the same talk gives the same keys, so that a second attempt says nothing twice.
    private static String key(Scene scene, long position, String template) {
        return "%s/%d-%s".formatted(scene.key(), position, template);
    }
}
