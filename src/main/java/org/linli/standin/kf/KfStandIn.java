package org.linli.standin.kf;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.linli.standin.Asked;
import org.linli.standin.Person;
import org.linli.standin.Stairs;
import org.linli.standin.StandIn;
import org.linli.standin.Told;
import org.linli.standin.UploadedPictures;
import org.linli.standin.wecom.Codes;
import org.linli.standin.wecom.Tokens;

/// One desk of WeCom's customer service (微信客服): keeps what customers do until it is fetched, and carries what is said
/// to them.
public final class KfStandIn implements StandIn {

    private static final List<String> ACTS = List.of("say", "tap", "look-in", "picture");

    private final KfLog log;
    private final KfTalks talks;
    private final UploadedPictures pictures;
    private final Tokens tokens;
    private final String desk;
    private final Consumer<String> calls;

    /// @param desk  the `open_kfid`
    /// @param names of the customers who are there from the beginning, by their ids
    /// @param calls tells our program that there is something, with the token that opens it
    public KfStandIn(String desk, Map<String, String> names, Tokens tokens, Consumer<String> calls, Clock clock) {
        this.log = new KfLog(desk, clock);
        this.pictures = new UploadedPictures(Codes::refused, clock);
        this.talks = new KfTalks(desk, names, pictures, clock);
        this.tokens = tokens;
        this.desk = desk;
        this.calls = calls;
    }

    @Override
    public String id() {
        return "wecom-kf";
    }

    /// From now on a page has so many entries at the most.
    public synchronized void shortPages(int most) {
        log.shortPages(most);
    }

    /// From now on the token of the latest call is too old.
    public synchronized void expireCallToken() {
        log.expireToken();
    }

    /// @return the state of the talk (service_state): 1 ours, 2 waiting for the platform's staff
    public synchronized int state(String person) {
        return talks.customer(person).state();
    }

    /// Something happens that the platform tells as it is.
    public synchronized void happens(Map<String, Object> entry) {
        log.add(entry);
    }

    @Override
    public synchronized Told answer(Asked call) {
        if (call.path().equals("/cgi-bin/gettoken")) {
            return tokens.give(call);
        }
        long refusal = tokens.refusal(call.parameter("access_token"));
        return refusal == 0 ? withToken(call) : refusal(refusal);
    }

    private Told withToken(Asked call) {
        return switch (call.path()) {
            case "/cgi-bin/kf/account/list" ->
                Codes.ok(Map.of("account_list", List.of(Map.of("open_kfid", desk, "manage_privilege", true))));
            case "/cgi-bin/kf/sync_msg" -> log.read(call);
            case "/cgi-bin/kf/send_msg" -> talks.say(call);
            case "/cgi-bin/kf/send_msg_on_event" -> talks.greet(call);
            case "/cgi-bin/kf/service_state/trans" -> talks.move(call);
            case "/cgi-bin/media/upload" -> pictures.upload(call);
            case "/cgi-bin/media/get" -> Told.of(200, "image/jpeg", Stairs.atNight());
            default -> refusal(40066);
        };
    }

    /// From now on it has nothing any more of what was uploaded.
    public void forgetPictures() {
        pictures.forget();
    }

    @Override
    public Optional<Told> picture(String id) {
        return pictures.find(id);
    }

    @Override
    public Told refusal(long code) {
        return Codes.refused(code);
    }

    @Override
    public synchronized List<Person> people() {
        return talks.people();
    }

    @Override
    public List<String> acts() {
        return ACTS;
    }

    @Override
    public void play(String person, String act, String text) {
        synchronized (this) {
            switch (act) {
                case "look-in" -> lookIn(person);
                case "picture" -> write(person, act, "image", Map.of("media_id", text.isEmpty() ? "stairs" : text));
                default -> write(person, act, "text", Map.of("content", text));
            }
        }
        repeat();
    }

    @Override
    public void repeat() {
        calls.accept(log.token());
    }

    private void write(String person, String act, String kind, Map<String, Object> content) {
        talks.customer(person)
                .wrote(act, String.valueOf(content.values().iterator().next()), log.now());
        log.add(Map.of("external_userid", person, "origin", 3, "msgtype", kind, kind, content));
    }

    private void lookIn(String person) {
        String code = "welcome-" + log.size();
        talks.lookedIn(person, code);
        var event = Map.of("event_type", "enter_session", "external_userid", person, "welcome_code", code);
        log.add(Map.of("origin", 4, "msgtype", "event", "event", event, "external_userid", person));
    }
}
