package org.linli.dialogue.scene;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.channels.Content;
import org.linli.channels.Inbound;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.community.GroupMembers;
import org.linli.community.Place;
import org.linli.community.Resident;
import org.linli.community.Residents;
import org.linli.community.StandIns;
import org.linli.community.Talkativeness;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.talk.Heard;
import org.linli.dialogue.topics.QuotedTopic;
import org.linli.dialogue.topics.SpokenOf;
import org.linli.dialogue.topics.Topic;
import org.linli.dialogue.topics.Topics;
import org.linli.inbox.Arrival;
import org.linli.inbox.QuotedWords;
import org.linli.understanding.Understand;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Finds out who talks, and where, before anything is decided.
@Component
public class Scenes {

    private static final Duration MOST_A_CLOCK_ERRS = Duration.ofDays(1);

    private final Communities communities;
    private final StandIns standIns;
    private final Residents residents;
    private final Topics topics;
    private final GroupMembers members;
    private final Skills skills;
    private final Understand understand;
    private final QuotedWords quoted;

    Scenes(
            Communities communities,
            StandIns standIns,
            Residents residents,
            Topics topics,
            GroupMembers members,
            List<Skill> skills,
            Understand understand,
            QuotedWords quoted) {
        this.communities = communities;
        this.standIns = standIns;
        this.residents = residents;
        this.topics = topics;
        this.members = members;
        this.skills = new Skills(skills);
        this.understand = understand;
        this.quoted = quoted;
    }

    /// Never empty. Signals `NoSuchCommunity`.
    public Mono<Scene> of(Arrival arrival) {
        var message = arrival.message();
        return Mono.zip(
                        communities.map(message.community()).flatMap(standIns::told),
                        residents
                                .at(message.community(), message.from())
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty()),
                        topics.around(message),
                        deservesWelcome(message),
                        quoted.of(message))
                .map(it -> scene(arrival, it.getT1(), it.getT2().orElse(null), it.getT3(), it.getT4(), it.getT5()));
    }

    private Mono<Boolean> deservesWelcome(Inbound message) {
        var group = message.group();
        return group != null && message.content() instanceof Content.Followed
                ? members.deservesWelcome(message.community(), group, message.from())
                : Mono.just(false);
    }

    private Scene scene(
            Arrival arrival,
            CommunityMap map,
            @Nullable Resident resident,
            List<Topic> topics,
            boolean newcomer,
            String quotedWords) {
        var message = arrival.message();
        var heard = Heard.from(arrival.id(), message.content());
        boolean addressed = message.group() == null || message.mentioned() || isCalled(heard);
        var speaker = speaker(message, map, resident);
        var once = new UnderstandOnce(understand);
        var at = saidAt(message.sentAt(), arrival.receivedAt());
        var quoted = new QuotedTopic(map, once, LocalDateTime.ofInstant(at, Scene.ZONE), here(speaker, map));
        var spokenOf = SpokenOf.pointing(quotedWords, topics, quoted, arrival.receivedAt());
        return new Scene(
                arrival.id(),
                arrival.receivedAt(),
                at,
                speaker,
                map,
                addressed,
                withoutName(heard),
                spokenOf,
                newcomer,
                skills.forOneMessage(),
                once,
                null);
    }

    private static @Nullable Place here(Speaker speaker, CommunityMap map) {
        var group = speaker.group();
        return group == null ? null : map.place(group.place()).orElse(null);
    }

    private static Speaker speaker(Inbound message, CommunityMap map, @Nullable Resident resident) {
        var staff = map.staffAt(message.from()).orElse(null);
        return new Speaker(message.community(), message.from(), resident, staff, group(message.group(), map));
    }

    /// A group that nobody has bound to a place stands for the whole community, and we are reserved there.
    private static @Nullable Group group(@Nullable Address address, CommunityMap map) {
        return address == null
                ? null
                : map.group(address)
                        .orElseGet(
                                () -> new Group("unbound", "", address, root(map), Talkativeness.SILENT.threshold()));
    }

    private static String root(CommunityMap map) {
        return map.places().stream()
                .filter(it -> it.parent() == null)
                .findFirst()
                .map(Place::id)
                .orElse("");
    }

    private static boolean isCalled(Heard heard) {
        return heard instanceof Heard.Said(String words) && Phrases.isCalled(words);
    }

    private static Heard withoutName(Heard heard) {
        return heard instanceof Heard.Said(String words) ? new Heard.Said(Phrases.withoutName(words)) : heard;
    }

    /// A message from 1970 or from next year was said when it reached us.
    private static Instant saidAt(Instant sentAt, Instant receivedAt) {
        return Duration.between(sentAt, receivedAt).abs().compareTo(MOST_A_CLOCK_ERRS) > 0 ? receivedAt : sentAt;
    }
}
