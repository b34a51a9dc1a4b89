package org.linli.standin.contact;

import static org.linli.standin.wecom.XmlCalls.element;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.standin.Asked;
import org.linli.standin.CallUs;
import org.linli.standin.CallUs.Callback;
import org.linli.standin.Person;
import org.linli.standin.StandIn;
import org.linli.standin.Told;
import org.linli.standin.wecom.Codes;
import org.linli.standin.wecom.Tokens;
import org.linli.standin.wecom.XmlCalls;

/// One customer group (客户群) of a corporation: customers come and go, its owner confirms what they are asked to send or
/// does not, and everybody in it sees what was sent.
public final class ContactStandIn implements StandIn {

    /// The id of the one group.
    public static final String CHAT = "wrLinliCustomers";

    private static final List<String> ACTS = List.of("join", "leave", "confirm", "fail", "notice");

    private final Map<String, List<Person.Line>> talks = new LinkedHashMap<>();
    private final PlayedGroups groups = new PlayedGroups();
    private final Map<String, String> names;
    private final Tokens tokens;
    private final XmlCalls calls;
    private final CallUs us;
    private @Nullable Callback last;

    /// @param chat  the group's name
    /// @param names of the group's owner, and of the customers who are in it from the beginning, by their ids
    public ContactStandIn(String chat, Map<String, String> names, Tokens tokens, XmlCalls calls, CallUs us) {
        this.names = new LinkedHashMap<>(names);
        this.tokens = tokens;
        this.calls = calls;
        this.us = us;
        groups.name(CHAT, chat);
        names.keySet().forEach(it -> groups.comes(CHAT, it));
    }

    @Override
    public String id() {
        return "wecom-contact";
    }

    @Override
    public Told answer(Asked call) {
        if (call.path().equals("/cgi-bin/gettoken")) {
            return tokens.give(call);
        }
        long refusal = tokens.refusal(call.parameter("access_token"));
        return refusal == 0 ? groups.answer(call) : refusal(refusal);
    }

    @Override
    public Told refusal(long code) {
        return Codes.refused(code);
    }

    @Override
    public synchronized List<Person> people() {
        var here = groups.in(CHAT);
        return names.entrySet().stream()
                .map(it -> new Person(
                        it.getKey(),
                        it.getValue(),
                        here.contains(it.getKey()),
                        talks.getOrDefault(it.getKey(), List.of())))
                .toList();
    }

    @Override
    public List<String> acts() {
        return ACTS;
    }

    @Override
    public void play(String person, String act, String text) {
        Callback call = played(person, act, text);
        if (call != null) {
            us.with(call);
        }
    }

    @Override
    public void repeat() {
        Callback again = lastCall();
        if (again != null) {
            us.with(again);
        }
    }

    /// @return the call that tells our program; `null` where the platform tells nothing
    private synchronized @Nullable Callback played(String person, String act, String text) {
        names.putIfAbsent(person, person);
        add(person, new Person.Line(act, text, List.of()));
        switch (act) {
            case "join" -> groups.comes(CHAT, person);
            case "leave" -> groups.goes(CHAT, person);
            case "confirm" -> groups.endNext(1).ifPresent(this::allSee);
            case "fail" -> groups.endNext(2);
            default -> groups.notice(CHAT, text);
        }
        return switch (act) {
            case "join" -> changed("add_member");
            case "leave" -> changed("del_member");
            case "notice" -> changed("change_notice");
            default -> null;
        };
    }

    private synchronized @Nullable Callback lastCall() {
        return last;
    }

    private Callback changed(String detail) {
        Callback call = calls.of(element("FromUserName", "sys")
                + element("MsgType", "event")
                + element("Event", "change_external_chat")
                + element("ChatId", CHAT)
                + element("ChangeType", "update")
                + element("UpdateDetail", detail));
        last = call;
        return call;
    }

    private void allSee(String text) {
        groups.in(CHAT).forEach(it -> add(it, Person.Line.by("owner", text)));
    }

    private void add(String person, Person.Line line) {
        talks.computeIfAbsent(person, _ -> new ArrayList<>()).add(line);
    }
}
