package org.linli.standin.kf;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.linli.standin.Asked;
import org.linli.standin.Person;
import org.linli.standin.StandIn;
import org.linli.standin.Told;

/// One desk of WeCom's customer service: keeps what customers do until it is read, page by page, and lets five things
/// be
/// said for each thing that they write.
public final class KfStandIn implements StandIn {

    private final Map<String, KfCustomer> customers = new LinkedHashMap<>();
    private final List<Map<String, Object>> log = new ArrayList<>();
    private final Map<String, Instant> codes = new HashMap<>();
    private final Map<String, String> codeOf = new HashMap<>();
    private final Set<String> said = new HashSet<>();
    private final String desk;
    private final Consumer<String> calls;
    private final Clock clock;
    private int tokens = 1;
    private int page = 1000;

    /// @param desk  the `open_kfid`
    /// @param calls tells our program that there is something, with the token that opens it
    public KfStandIn(String desk, Consumer<String> calls, Clock clock) {
        this.desk = desk;
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "wecom-kf";
    }

    /// From now on a page has so many entries at the most.
    public synchronized void shortPages(int most) {
        page = most;
    }

    /// From now on the token of the latest call is too old.
    public synchronized void expireCallToken() {
        tokens++;
    }

    /// @return the state of the talk (service_state): 1 ours, 2 waiting for the platform's staff
    public synchronized int state(String person) {
        return customer(person).state();
    }

    /// Something happens that the platform tells as it is.
    public synchronized void happens(Map<String, Object> entry) {
        var whole = new HashMap<String, Object>(entry);
        whole.putIfAbsent("msgid", "m" + log.size());
        whole.putIfAbsent("open_kfid", desk);
        whole.putIfAbsent("send_time", clock.instant().getEpochSecond());
        log.add(whole);
    }

    @Override
    public synchronized Told answer(Asked call) {
        if (call.path().equals("/cgi-bin/gettoken")) {
            return Told.json(Map.of("errcode", 0, "access_token", "kf-token", "expires_in", 7200));
        }
        if (!call.parameter("access_token").equals("kf-token")) {
            return refusal(40014);
        }
        return switch (call.path()) {
            case "/cgi-bin/kf/account/list" ->
                Told.json(Map.of(
                        "errcode", 0, "account_list", List.of(Map.of("open_kfid", desk, "manage_privilege", true))));
            case "/cgi-bin/kf/sync_msg" -> read(call);
            case "/cgi-bin/kf/send_msg" -> say(call);
            case "/cgi-bin/kf/send_msg_on_event" -> greet(call);
            case "/cgi-bin/kf/service_state/trans" -> move(call);
            default -> refusal(40066);
        };
    }

    @Override
    public Told refusal(long code) {
        return Told.json(Map.of("errcode", code, "errmsg", "played"));
    }

    @Override
    public synchronized List<Person> people() {
        return customers.values().stream().map(KfCustomer::asSeen).toList();
    }

    @Override
    public List<String> acts() {
        return List.of("look-in", "write", "picture");
    }

    @Override
    public void play(String person, String act, String text) {
        synchronized (this) {
            switch (act) {
                case "look-in" -> lookIn(person);
                case "picture" -> write(person, "image", Map.of("media_id", text));
                default -> write(person, "text", Map.of("content", text));
            }
        }
        repeat();
    }

    @Override
    public void repeat() {
        calls.accept(token());
    }

    private void write(String person, String kind, Map<String, Object> content) {
        customer(person).wrote(kind, String.valueOf(content.values().iterator().next()), clock.instant());
        happens(Map.of("external_userid", person, "origin", 3, "msgtype", kind, kind, content));
    }

    private void lookIn(String person) {
        String code = "welcome-" + log.size();
        codes.put(code, clock.instant().plusSeconds(20));
        customer(person);
        var event = Map.of("event_type", "enter_session", "external_userid", person, "welcome_code", code);
        happens(Map.of("origin", 4, "msgtype", "event", "event", event, "external_userid", person));
        codeOf.put(code, person);
    }

    private Told read(Asked call) {
        var asked = call.json();
        String token = asked.path("token").asString("");
        if (!asked.path("open_kfid").asString("").equals(desk)) {
            return refusal(95000);
        }
        if (!token.isEmpty() && !token.equals(token())) {
            return refusal(95007);
        }
        int from = Integer.parseInt("0" + asked.path("cursor").asString("").replaceFirst("^c", ""));
        int to = Math.min(log.size(), from + Math.min(page, asked.path("limit").asInt(1000)));
        return Told.json(Map.of(
                "errcode",
                0,
                "next_cursor",
                "c" + to,
                "has_more",
                to < log.size() ? 1 : 0,
                "msg_list",
                List.copyOf(log.subList(from, to))));
    }

    private Told say(Asked call) {
        var asked = call.json();
        var customer = customers.get(asked.path("touser").asString(""));
        String id = asked.path("msgid").asString("");
        if (customer == null || !asked.path("open_kfid").asString("").equals(desk)) {
            return refusal(customer == null ? 40003 : 95000);
        }
        if (!id.matches("[0-9a-zA-Z_-]{0,32}")) {
            return refusal(40058);
        }
        long refused = customer.mayHear(clock.instant());
        if (refused != 0) {
            return refusal(refused);
        }
        if (id.isEmpty() || said.add(id)) {
            heard(customer, call);
        }
        return Told.json(Map.of("errcode", 0, "msgid", id));
    }

    private Told greet(Asked call) {
        String code = call.json().path("code").asString("");
        var until = codes.remove(code);
        if (until == null || !until.isAfter(clock.instant())) {
            return refusal(95018);
        }
        heard(customer(codeOf.getOrDefault(code, "")), call);
        return Told.json(Map.of("errcode", 0, "msgid", call.json().path("msgid").asString("")));
    }

    private static void heard(KfCustomer customer, Asked call) {
        var menu = call.json().path("msgmenu");
        var choices = menu.path("list")
                .valueStream()
                .map(it -> it.at("/click/content").asString(""))
                .toList();
        customer.hears(
                choices.isEmpty()
                        ? call.json().at("/text/content").asString("")
                        : menu.path("head_content").asString(""),
                choices);
    }

    private Told move(Asked call) {
        customer(call.json().path("external_userid").asString(""))
                .moveTo(call.json().path("service_state").asInt(0));
        return refusal(0);
    }

    private KfCustomer customer(String id) {
        return customers.computeIfAbsent(id, KfCustomer::new);
    }

    private String token() {
        return "call-" + tokens;
    }
}
