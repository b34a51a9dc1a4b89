package org.linli.standin.wechat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.linli.standin.Asked;
import org.linli.standin.Told;
import tools.jackson.databind.JsonNode;

/// Sends one message to many: 群发 page. It is queued first; how it fared is said afterwards.
final class MassMessages {

    private static final int MOST_A_MONTH = 4;
    private static final int LONGEST_ID = 64;
    private static final int FEWEST = 2;
    private static final int MOST = 10_000;
    private static final Duration BETWEEN_TWO_TRIES = Duration.ofMinutes(1);

    private record Job(long number, Instant asked) {}

    private final Map<String, Job> jobs = new HashMap<>();
    private final Followers followers;
    private final Afterwards afterwards;
    private final Clock clock;
    private long number;

    MassMessages(Followers followers, Afterwards afterwards, Clock clock) {
        this.followers = followers;
        this.afterwards = afterwards;
        this.clock = clock;
        this.number = clock.millis() / 10;
    }

    Told sendAll(Asked call) {
        return send(call.json(), wanted(call.json().path("filter")));
    }

    /// To those who are named: 根据 OpenID 列表群发 page.
    Told sendToThose(Asked call) {
        var named = call.json()
                .path("touser")
                .valueStream()
                .map(it -> it.asString(""))
                .collect(Collectors.toSet());
        return named.size() < FEWEST || named.size() > MOST
                ? Codes.refused(40130)
                : send(call.json(), it -> named.contains(it.openid));
    }

    private Told send(JsonNode message, Predicate<Follower> wanted) {
        String id = message.path("clientmsgid").asString("");
        if (id.length() > LONGEST_ID) {
            return Codes.refused(45067);
        }
        Job before = id.isEmpty() ? null : jobs.get(id);
        return before == null ? queued(message, id, wanted) : again(before);
    }

    /// The same once more within a minute is too soon; later it is answered with the job that there is.
    private Told again(Job before) {
        boolean soon = clock.instant().isBefore(before.asked().plus(BETWEEN_TWO_TRIES));
        return soon ? Codes.refused(45066) : answer(45065, before.number());
    }

    private Told queued(JsonNode message, String id, Predicate<Follower> wanted) {
        String text = message.at("/text/content").asString("");
        if (text.isEmpty()) {
            return Codes.refused(44004);
        }
        var job = new Job(++number, clock.instant());
        jobs.put(id, job);
        afterwards.say(finished(job, text, wanted));
        return answer(0, job.number());
    }

    private static Predicate<Follower> wanted(JsonNode filter) {
        int tag = filter.path("tag_id").asInt(0);
        return filter.path("is_to_all").asBoolean(false) ? _ -> true : it -> it.tags.contains(tag);
    }

    private String finished(Job job, String text, Predicate<Follower> wanted) {
        List<Follower> all = followers.all().stream().filter(wanted).toList();
        List<Follower> picked =
                all.stream().filter(it -> it.massMessages < MOST_A_MONTH).toList();
        List<Follower> reached =
                picked.stream().filter(it -> it.unreachable() == 0).toList();
        reached.forEach(it -> {
            it.massMessages++;
            it.sees(text, List.of());
        });
        return afterwards.event(
                "oStandInAdmin",
                "MASSSENDJOBFINISH",
                "<MsgID>%d</MsgID><Status><![CDATA[send success]]></Status><TotalCount>%d</TotalCount><FilterCount>%d</FilterCount><SentCount>%d</SentCount><ErrorCount>%d</ErrorCount>"
                        .formatted(
                                job.number(),
                                all.size(),
                                picked.size(),
                                reached.size(),
                                picked.size() - reached.size()));
    }

    private static Told answer(long code, long job) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("errcode", code);
        answer.put("errmsg", "in the platform's own words");
        answer.put("msg_id", job);
        answer.put("msg_data_id", job);
        return Told.json(answer);
    }
}
