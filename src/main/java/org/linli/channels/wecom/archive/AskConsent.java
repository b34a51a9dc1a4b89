package org.linli.channels.wecom.archive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.linli.channels.tencent.PlatformAnswer;
import org.linli.channels.wecom.Caller;
import org.linli.channels.wecom.WecomApi;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Asks who of a group agrees to be heard, by the platform's page "获取会话同意情况". An answer is good for ten minutes, so
/// that whoever takes it back is not heard much longer.
final class AskConsent {

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final Set<String> AGREED = Set.of("Agree", "Default_Agree");
    private static final JsonMapper JSON = JsonMapper.shared();

    private record Asked(Set<String> agreed, Instant at) {}

    private final Map<String, Asked> asked = new ConcurrentHashMap<>();
    private final WecomApi api;
    private final Clock clock;

    AskConsent(WecomApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /// Whether this may be kept. Never empty. Signals `SendFailure` when it cannot be found out: then nothing may.
    Mono<Boolean> given(Caller caller, Said said) {
        return said.needsConsent()
                ? of(caller, said.room()).map(agreed -> agreed.contains(said.by()))
                : Mono.just(true);
    }

    private Mono<Set<String>> of(Caller caller, String room) {
        var known = asked.get(room);
        if (known != null && known.at().plus(GOOD_FOR).isAfter(clock.instant())) {
            return Mono.just(known.agreed());
        }
        return api.post(caller, "/cgi-bin/msgaudit/check_room_agree", JSON.writeValueAsString(Map.of("roomid", room)))
                .map(AskConsent::agreed)
                .doOnNext(agreed -> asked.put(room, new Asked(agreed, clock.instant())));
    }

    // the platform's own spelling, and the right one
    private static Set<String> agreed(PlatformAnswer answer) {
        return answer.json()
                .path("agreeinfo")
                .valueStream()
                .filter(it -> AGREED.contains(it.path("agree_status").asString("")))
                .map(it -> it.path("exteranalopenid")
                        .asString(it.path("externalopenid").asString("")))
                .collect(Collectors.toSet());
    }
}
