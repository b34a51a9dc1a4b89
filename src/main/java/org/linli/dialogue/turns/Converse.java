package org.linli.dialogue.turns;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.linli.channels.Content;
import org.linli.channels.Reach;
import org.linli.dialogue.OnlySaidInSecret;
import org.linli.dialogue.SaidInSecret;
import org.linli.dialogue.kept.Conversations;
import org.linli.dialogue.kept.KeptTalk;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Scenes;
import org.linli.dialogue.scene.Turn;
import org.linli.dialogue.talk.Conversation;
import org.linli.dialogue.talk.Heard;
import org.linli.inbox.Arrival;
import org.linli.inbox.ArrivalDone;
import org.linli.inbox.HandleArrival;
import org.linli.inbox.Twins;
import org.linli.inbox.WordsForgotten;
import org.linli.media.MediaSent;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Answers one message: remembers the talk, decides, lets a skill perform, and commits all of it at once.
///
/// Safe to repeat: keys of requests and letters derive from the message, and nothing is written before the end.
@Service
class Converse implements HandleArrival {

    private final Twins twins;
    private final Conversations conversations;
    private final Scenes scenes;
    private final TakeTurn takeTurn;
    private final PerformTurn performTurn;
    private final AnswerAtOnce answerAtOnce;
    private final Effects effects;

    Converse(
            Twins twins,
            Conversations conversations,
            Scenes scenes,
            TakeTurn takeTurn,
            PerformTurn performTurn,
            AnswerAtOnce answerAtOnce,
            Effects effects) {
        this.twins = twins;
        this.conversations = conversations;
        this.scenes = scenes;
        this.takeTurn = takeTurn;
        this.performTurn = performTurn;
        this.answerAtOnce = answerAtOnce;
        this.effects = effects;
    }

    /// Signals `Conflict` when the lease was lost or the talk was changed meanwhile, and what skills signal.
    @Override
    public Mono<Void> handle(Arrival arrival) {
        return twins.isOne(arrival)
                .flatMap(again -> again ? effects.commit(List.of(ArrivalDone.of(arrival, null))) : answer(arrival));
    }

    private Mono<Void> answer(Arrival arrival) {
        return Mono.zip(conversations.of(arrival.message()), scenes.of(arrival))
                .flatMap(both ->
                        changes(both.getT1(), both.getT2()).map(changes -> fetching(arrival, both.getT2(), changes)))
                .map(changes -> reaching(arrival, changes))
                .map(changes -> forgetting(arrival, changes))
                .map(changes -> Answering.in(arrival.message(), changes))
                .map(changes -> answerAtOnce.finishing(arrival, changes))
                .map(changes -> Stream.concat(changes.stream(), Twins.left(arrival).stream())
                        .toList())
                .flatMap(effects::commit);
    }

    private Mono<List<Effect>> changes(KeptTalk talk, Scene scene) {
        return takeTurn.on(talk.state(), scene)
                .flatMap(turn ->
                        performTurn.of(turn, scene).map(said -> remembering(talk, kept(turn, said), scene, said)));
    }

    /// What was said in secret stands in no talk, and is no example.
    private static Turn kept(Turn turn, List<Effect> said) {
        return isSecret(said) ? turn.with(turn.next().forgettingLine()) : turn;
    }

    private static boolean isSecret(List<Effect> said) {
        return said.stream().anyMatch(it -> it instanceof SaidInSecret secret && secret.isSecret());
    }

    private static List<Effect> forgetting(Arrival arrival, List<Effect> changes) {
        return isSecret(changes)
                ? Stream.concat(
                                changes.stream().filter(it -> !(it instanceof OnlySaidInSecret)),
                                Stream.of(WordsForgotten.of(arrival)))
                        .toList()
                : changes;
    }

    /// What was sent besides words is fetched. Whoever did not speak to us is told nothing of it.
    private static List<Effect> fetching(Arrival arrival, Scene scene, List<Effect> changes) {
        var tell = scene.addressed() ? scene.speaker().replyTo() : null;
        return MediaSent.in(arrival.id(), arrival.message(), arrival.receivedAt(), tell)
                .map(sent -> Conversation.plus(changes, (Effect) sent))
                .orElse(changes);
    }

    /// Whoever leaves is not reached any more, and is again when they come back.
    private static List<Effect> reaching(Arrival arrival, List<Effect> changes) {
        var content = arrival.message().content();
        boolean left = content instanceof Content.Left;
        boolean alone = arrival.message().group() == null;
        return alone && (left || content instanceof Content.Followed)
                ? Conversation.plus(
                        changes,
                        new Reach(
                                arrival.message().community(), arrival.message().from(), !left, arrival.receivedAt()))
                : changes;
    }

    /// What neighbours say to each other is not kept.
    private static List<Effect> remembering(KeptTalk talk, Turn turn, Scene scene, List<Effect> said) {
        var all = new ArrayList<>(said);
        boolean overheard = scene.inGroup() && turn.acts().isEmpty();
        if (!(overheard || scene.heard() instanceof Heard.Nothing || scene.heard() instanceof Heard.Went)
                || turn.next().isWorthKeepingAfter(talk.state())) {
            all.addFirst(talk.saving(turn.next()));
        }
        new Attention(scene).lostBy(turn).ifPresent(all::add);
        new Coming(scene).moved().ifPresent(all::add);
        new Questions(scene).asked().ifPresent(all::add);
        if (!isSecret(said)) {
            new Doubts(scene).about(talk.state().asOf(scene.now()), turn).ifPresent(all::add);
        }
        return all;
    }
}
