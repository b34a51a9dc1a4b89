package org.linli.polls.alarms;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.channels.Address;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.outbox.Letter;
import org.linli.platform.database.Effect;
import org.linli.polls.Poll;
import org.linli.polls.PollLetters;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Tells the committee: in the chat of the community's desk, or each who works there where it has none.
@Component
public class AlarmLetters {

    private final Communities communities;
    private final PollLetters letters;

    AlarmLetters(Communities communities, PollLetters letters) {
        this.communities = communities;
        this.letters = letters;
    }

    /// A voter says that the log holds something else than they meant: not who, and not what. Never empty.
    ///
    /// @param answer is committed together with it
    public Mono<List<Effect>> differs(Poll poll, Effect answer) {
        return told(poll, "poll-callback-differs", String.valueOf(answer.contested()), Map.of())
                .map(all -> Stream.concat(Stream.of(answer), all.stream()).toList());
    }

    /// Never empty.
    ///
    /// @param name what the source stands for; may be empty
    Mono<List<Effect>> burst(Poll poll, Alarm it, String name) {
        return told(
                        poll,
                        "poll-burst",
                        it.kind() + it.source(),
                        Map.of(
                                "source", it.kind().name(),
                                "who", name,
                                "voters", String.valueOf(it.voters()),
                                "minutes", String.valueOf(it.minutes())))
                .map(all -> Stream.concat(Stream.of(new AlarmRaised(poll, it)), all.stream())
                        .toList());
    }

    private Mono<List<Effect>> told(Poll poll, String template, String which, Map<String, String> more) {
        var facts = new HashMap<>(letters.facts(poll));
        facts.putAll(more);
        return communities
                .map(poll.community())
                .map(map -> committee(map).stream()
                        .distinct()
                        .<Effect>map(to -> new Letter(
                                poll.community(),
                                "%s/%s/%s/%s".formatted(template, poll.id(), print(which), print(to.text())),
                                to,
                                template,
                                facts))
                        .toList());
    }

    private static List<Address> committee(CommunityMap map) {
        var chat = map.desk().chat();
        return chat == null ? map.addressesOfStaff(map.desk().id()) : List.of(chat);
    }

    private static UUID print(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
