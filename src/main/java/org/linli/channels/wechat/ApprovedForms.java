package org.linli.channels.wechat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.linli.channels.SendFailure;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// The platform's lists of what an account may send. By its pages "获取模板列表" and "获取私有模板列表".
///
/// Each list is asked for again after ten minutes, and while somebody is told that something is wrong with it, each ten
/// seconds. While the platform does not answer, the last list counts.
@Component
class ApprovedForms {

    enum Kind {
        TEMPLATE("/cgi-bin/template/get_all_private_template", "template_list", "template_id"),
        SUBSCRIPTION("/wxaapi/newtmpl/gettemplate", "data", "priTmplId");

        private final String path;
        private final String list;
        private final String id;

        Kind(String path, String list, String id) {
            this.path = path;
            this.list = list;
            this.id = id;
        }
    }

    /// @param fields by the platform's id of a form: what is to be filled in
    private record Listed(Map<String, Set<String>> fields, Instant at) {}

    private record Whose(String account, Kind kind) {}

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final Duration DOUBTED_FOR = Duration.ofSeconds(10);
    private static final Pattern FIELD = Pattern.compile("\\{\\{\\s*([a-zA-Z_0-9]+)\\.DATA\\s*}}");

    private final Map<Whose, Listed> known = new ConcurrentHashMap<>();
    private final WechatApi api;
    private final Clock clock;

    ApprovedForms(WechatApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /// The fields of each form, by its id. Empty where the platform does not say and never has.
    ///
    /// @param needed one of which somebody would be told that it is not there
    Mono<Map<String, Set<String>>> in(WechatAccount account, Kind kind, String needed) {
        var whose = new Whose(account.id(), kind);
        var last = known.get(whose);
        return last != null && isGood(last, needed)
                ? Mono.just(last.fields())
                : ask(account, kind)
                        .doOnNext(it -> known.put(whose, it))
                        .onErrorResume(SendFailure.class, _ -> Mono.justOrEmpty(last))
                        .map(Listed::fields);
    }

    private boolean isGood(Listed listed, String needed) {
        var goodFor = listed.fields().containsKey(needed) ? GOOD_FOR : DOUBTED_FOR;
        return clock.instant().isBefore(listed.at().plus(goodFor));
    }

    private Mono<Listed> ask(WechatAccount account, Kind kind) {
        return api.get(account, kind.path, Map.of())
                .map(answer -> new Listed(fields(answer.json().path(kind.list), kind), clock.instant()));
    }

    private static Map<String, Set<String>> fields(JsonNode list, Kind kind) {
        var fields = new HashMap<String, Set<String>>();
        list.forEach(it -> fields.put(
                it.path(kind.id).asString(""), fields(it.path("content").asString(""))));
        return Map.copyOf(fields);
    }

    static Set<String> fields(String content) {
        return FIELD.matcher(content)
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
