package org.linli.standin.contact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.standin.Asked;
import org.linli.standin.Told;
import org.linli.standin.wecom.Codes;

/// The groups of one corporation, and what their owners were asked to send there.
public final class PlayedGroups {

    private final ChatGroups groups = new ChatGroups();
    private final OwnerTasks tasks = new OwnerTasks(groups);
    private final Consents consents = new Consents();
    private int ways;

    /// From now on a page of the list has so many groups at the most.
    public synchronized void shortPages(int most) {
        groups.shortPages(most);
    }

    public synchronized void name(String chat, String name) {
        groups.name(chat, name);
    }

    /// Its owner pins something for everybody to read (群公告).
    public synchronized void notice(String chat, String notice) {
        groups.notice(chat, notice);
    }

    public synchronized void comes(String chat, String member) {
        groups.comes(chat, member);
    }

    public synchronized void goes(String chat, String member) {
        groups.goes(chat, member);
    }

    public synchronized void dissolves(String chat) {
        groups.dissolves(chat);
    }

    public synchronized Set<String> in(String chat) {
        return Set.copyOf(groups.in(chat));
    }

    /// The owner does, or fails to do, what they were asked: 1 sent, 2 and 3 failed.
    public synchronized void ends(String task, int status) {
        tasks.ends(task, status);
    }

    /// What an owner was asked to send.
    public synchronized List<String> asked(String chat) {
        return tasks.of(chat).stream().map(OwnerTasks.Task::text).toList();
    }

    /// The oldest task that waits for its owner, ended like that.
    ///
    /// @return what it was about; empty where none waits
    public synchronized Optional<String> endNext(int status) {
        var next = tasks.waiting();
        next.ifPresent(it -> tasks.ends(it.id(), status));
        return next.map(OwnerTasks.Task::text);
    }

    /// Somebody lets their words be archived.
    ///
    /// @param with the group, or the member of the corporation whom they talk to in private
    public synchronized void agrees(String with, String person) {
        consents.give(with, person);
    }

    public synchronized int reminders(String task) {
        return tasks.reminders(task);
    }

    /// The access token was looked at before.
    public synchronized Told answer(Asked call) {
        return switch (call.path()) {
            case "/cgi-bin/externalcontact/groupchat/list" -> groups.list(call);
            case "/cgi-bin/externalcontact/groupchat/get" -> groups.get(call);
            case "/cgi-bin/externalcontact/add_msg_template" -> tasks.ask(call);
            case "/cgi-bin/externalcontact/get_groupmsg_send_result" -> tasks.result(call);
            case "/cgi-bin/externalcontact/remind_groupmsg_send" -> tasks.remind(call);
            case "/cgi-bin/externalcontact/groupchat/add_join_way" -> addWay();
            case "/cgi-bin/externalcontact/groupchat/get_join_way" -> way(call);
            case "/cgi-bin/msgaudit/get_permit_user_list" -> consents.members();
            case "/cgi-bin/msgaudit/check_room_agree" -> consents.ofRoom(call);
            case "/cgi-bin/msgaudit/check_single_agree" -> consents.ofTalks(call);
            default -> Codes.refused(40066);
        };
    }

    private Told addWay() {
        ways++;
        return Codes.ok(Map.of("config_id", "way" + ways));
    }

    private static Told way(Asked call) {
        String id = call.json().path("config_id").asString("");
        return Codes.ok(Map.of("join_way", Map.of("qr_code", "https://p.qpic.cn/" + id)));
    }
}
