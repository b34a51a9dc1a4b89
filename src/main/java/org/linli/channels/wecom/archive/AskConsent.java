package org.linli.channels.wecom.archive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.linli.channels.tencent.PlatformAnswer;
import org.linli.channels.wecom.Caller;
import org.linli.channels.wecom.WecomApi;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Asks who agrees to be heard, in a group and in private, by the platform's page "获取会话同意情况". An answer is good for
/// ten minutes, so that whoever takes it back is not heard much longer.
final class AskConsent {

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final Set<String> AGREED = Set.of("Agree", "Default_Agree");
    private static final JsonMapper JSON = JsonMapper.shared();

    /// @param archive whose corporation was asked
    /// @param where   a group, or the two of a private talk
    private record Key(String archive, String where) {}

    private record Asked(Set<String> agreed, Instant at) {}

    private final Map<Key, Asked> asked = new ConcurrentHashMap<>();
    private final WecomApi api;
    private final Clock clock;

    AskConsent(WecomApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /// Whether this may be kept: in a group by who said it, in private by the customer, whoever of the two speaks.
    /// Never empty. Signals `SendFailure` when it cannot be found out: then nothing may.
    Mono<Boolean> given(Caller caller, Said said) {
        if (said.isPrivate()) {
            return inPrivate(caller, said);
        }
        return Said.isCustomer(said.by())
                ? inRoom(caller, said.room()).map(agreed -> agreed.contains(said.by()))
                : Mono.just(true);
    }

    private Mono<Set<String>> inRoom(Caller caller, String room) {
        return known(new Key(caller.id(), room), () -> ask(caller, "check_room_agree", Map.of("roomid", room)));
    }

    private Mono<Boolean> inPrivate(Caller caller, Said said) {
        String customer = Said.isCustomer(said.by()) ? said.by() : said.to();
        String member = customer.equals(said.by()) ? said.to() : said.by();
        var question = Map.of("info", List.of(Map.of("userid", member, "exteranalopenid", customer)));
        return known(new Key(caller.id(), member + "/" + customer), () -> ask(caller, "check_single_agree", question))
                .map(agreed -> agreed.contains(customer));
    }

    private Mono<Set<String>> known(Key key, Supplier<Mono<Set<String>>> ask) {
        var known = asked.get(key);
        return known != null && known.at().plus(GOOD_FOR).isAfter(clock.instant())
                ? Mono.just(known.agreed())
                : ask.get().doOnNext(agreed -> asked.put(key, new Asked(agreed, clock.instant())));
    }

    private Mono<Set<String>> ask(Caller caller, String what, Map<String, ?> question) {
        return api.post(caller, "/cgi-bin/msgaudit/" + what, JSON.writeValueAsString(question))
                .map(AskConsent::agreed);
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
