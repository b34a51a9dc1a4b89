package org.linli.standin.wecom;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linli.standin.Asked;
import org.linli.standin.CallUs;
import org.linli.standin.CallUs.Callback;
import org.linli.standin.Person;
import org.linli.standin.StandIn;
import org.linli.standin.Told;
import org.linli.standin.UploadedPictures;

/// WeCom, as far as one corporation with an app, an AI bot and a group robot meets it.
public final class WecomStandIn implements StandIn {

    /// The id of the one group.
    public static final String CHAT = "wrLinliGroup";

    private static final List<String> ACTS = List.of("say", "tap", "click", "group", "bot", "enter");

    private final Members members;
    private final Tokens tokens;
    private final UploadedPictures pictures;
    private final AppMessages messages;
    private final Robot robot;
    private final Appchats chats;
    private final Scans scans;
    private final Talks talks;
    private final Bot bot;
    private final App app;
    private final CallUs us;
    private volatile @Nullable Callback last;

    /// @param names of the members, by their ids
    /// @param here  where this platform is
    public WecomStandIn(Keys keys, Map<String, String> names, CallUs us, Supplier<URI> here, Clock clock) {
        this.members = new Members(names);
        this.tokens = new Tokens(keys.corpId(), keys.secret(), clock);
        this.pictures = new UploadedPictures(Codes::refused, clock);
        this.messages = new AppMessages(keys, members, pictures, clock);
        this.robot = new Robot(keys, members, pictures, clock);
        this.chats = new Appchats(members::someSee);
        this.scans = new Scans(keys, members);
        this.talks = new Talks(members, clock);
        this.bot = new Bot(keys, talks, us, here, clock);
        this.app = new App(keys, clock);
        this.us = us;
    }

    @Override
    public String id() {
        return "wecom";
    }

    /// From now on only another access token is good.
    public void expireToken() {
        tokens.expire();
    }

    /// How often somebody came with a wrong secret.
    public int wrongSecrets() {
        return tokens.wrong();
    }

    /// From now on it has nothing any more of what was uploaded.
    public void forgetPictures() {
        pictures.forget();
    }

    @Override
    public Optional<Told> picture(String id) {
        return pictures.find(id);
    }

    public void meet(String member) {
        members.meet(member);
    }

    public void lose(String member) {
        members.leave(member);
    }

    /// A code that takes one answer for that member, as it goes with a message to the bot.
    public String responseCode(String member) {
        return talks.open(member, false);
    }

    @Override
    public Told answer(Asked call) {
        return switch (call.path()) {
            case "/cgi-bin/gettoken" -> tokens.give(call);
            case "/wwlogin/sso/login" -> scans.page(call);
            case "/cgi-bin/webhook/send" -> robot.send(call);
            case "/cgi-bin/aibot/response" -> talks.answer(call);
            default -> withToken(call);
        };
    }

    @Override
    public Told refusal(long code) {
        return Codes.refused(code);
    }

    @Override
    public List<Person> people() {
        return members.people();
    }

    @Override
    public List<String> acts() {
        return ACTS;
    }

    @Override
    public void play(String person, String act, String text) {
        members.meet(person);
        members.does(person, act, text);
        switch (act) {
            case "say" -> toApp(person, app.said(person, text));
            case "tap" -> toApp(person, app.tapped(person, text));
            case "click" -> toApp(person, app.clicked(person, text));
            case "group" -> toBot(person, true, "text", Map.of("content", "@邻里 " + text));
            case "bot" -> toBot(person, false, "text", Map.of("content", text));
            case "enter" -> toBot(person, false, "event", Map.of("eventtype", "enter_chat"));
            default ->
                throw new IllegalArgumentException("a member cannot '%s' (expected: one of %s)".formatted(act, ACTS));
        }
    }

    @Override
    public void repeat() {
        Callback again = last;
        if (again != null) {
            us.with(again);
        }
    }

    private Told withToken(Asked call) {
        long refusal = tokens.refusal(call.parameter("access_token"));
        if (refusal != 0) {
            return Codes.refused(refusal);
        }
        return switch (call.path()) {
            case "/cgi-bin/auth/getuserinfo" -> scans.who(call);
            case "/cgi-bin/agent/get" -> messages.app(call);
            case "/cgi-bin/media/upload" -> pictures.upload(call);
            case "/cgi-bin/message/send" -> messages.send(call);
            case "/cgi-bin/message/recall" -> messages.recall(call);
            case "/cgi-bin/appchat/create" -> chats.create(call);
            case "/cgi-bin/appchat/get" -> chats.get(call);
            case "/cgi-bin/appchat/send" -> chats.send(call);
            default -> Codes.refused(40066);
        };
    }

    private void toApp(String person, Callback call) {
        last = call;
        String words = App.wordsOf(us.with(call));
        if (!words.isEmpty()) {
            members.sees(person, words, List.of());
        }
    }

    private void toBot(String person, boolean group, String kind, Map<String, Object> content) {
        Callback call = bot.hears(person, group, kind, content);
        last = call == null ? last : call;
    }
}
