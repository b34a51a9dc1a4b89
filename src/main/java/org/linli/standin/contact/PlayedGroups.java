package org.linli.standin.contact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.linli.standin.Asked;
import org.linli.standin.Told;

/// The groups of one corporation, and what their owners were asked to send there.
public final class PlayedGroups {

    private record Task(String chat, String sender, String text) {}

    private final Map<String, Set<String>> groups = new LinkedHashMap<>();
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final Map<String, Integer> results = new LinkedHashMap<>();
    private final Map<String, Integer> reminders = new LinkedHashMap<>();
    private final Map<String, List<String>> said = new LinkedHashMap<>();
    private final Map<String, Set<String>> consents = new LinkedHashMap<>();
    private int page = 1000;
    private int ways;

    /// From now on a page of the list has so many groups at the most.
    public synchronized void shortPages(int most) {
        page = most;
    }

    public synchronized void comes(String chat, String member) {
        groups.computeIfAbsent(chat, _ -> new TreeSet<>()).add(member);
    }

    public synchronized void goes(String chat, String member) {
        groups.getOrDefault(chat, new TreeSet<>()).remove(member);
    }

    public synchronized void dissolves(String chat) {
        groups.remove(chat);
    }

    /// The owner does, or fails to do, what they were asked: 1 sent, 2 and 3 failed.
    public synchronized void ends(String task, int status) {
        results.put(task, status);
    }

    /// What an owner was asked to send.
    public synchronized List<String> asked(String chat) {
        return tasks.values().stream()
                .filter(it -> it.chat().equals(chat))
                .map(Task::text)
                .toList();
    }

    /// What an app said in an internal group.
    public synchronized List<String> said(String chat) {
        return List.copyOf(said.getOrDefault(chat, List.of()));
    }

    /// Somebody of the group lets their words be archived.
    public synchronized void agrees(String chat, String member) {
        consents.computeIfAbsent(chat, _ -> new TreeSet<>()).add(member);
    }

    public synchronized int reminders(String task) {
        return reminders.getOrDefault(task, 0);
    }

    /// The access token was looked at before.
    public synchronized Told answer(Asked call) {
        return switch (call.path()) {
            case "/cgi-bin/externalcontact/groupchat/list" -> list(call);
            case "/cgi-bin/externalcontact/groupchat/get" -> get(call);
            case "/cgi-bin/externalcontact/add_msg_template" -> ask(call);
            case "/cgi-bin/externalcontact/get_groupmsg_send_result" -> result(call);
            case "/cgi-bin/externalcontact/remind_groupmsg_send" -> remind(call);
            case "/cgi-bin/externalcontact/groupchat/add_join_way" -> addWay();
            case "/cgi-bin/externalcontact/groupchat/get_join_way" -> way(call);
            case "/cgi-bin/appchat/send" -> say(call);
            case "/cgi-bin/msgaudit/get_permit_user_list" -> Told.json(Map.of("errcode", 0, "ids", List.of("lin")));
            case "/cgi-bin/msgaudit/check_room_agree" -> consent(call);
            default -> code(40066);
        };
    }

    private Told list(Asked call) {
        var all = List.copyOf(groups.keySet());
        int from = Integer.parseInt("0" + call.json().path("cursor").asString(""));
        int to = Math.min(all.size(), from + page);
        return Told.json(Map.of(
                "errcode",
                0,
                "group_chat_list",
                all.subList(from, to).stream()
                        .map(it -> Map.of("chat_id", it, "status", 0))
                        .toList(),
                "next_cursor",
                to < all.size() ? Integer.toString(to) : ""));
    }

    private Told get(Asked call) {
        String chat = call.json().path("chat_id").asString("");
        var members = groups.get(chat);
        return members == null
                ? code(86001)
                : Told.json(Map.of(
                        "errcode",
                        0,
                        "group_chat",
                        Map.of(
                                "chat_id",
                                chat,
                                "name",
                                "邻里群",
                                "owner",
                                "lin",
                                "member_list",
                                members.stream()
                                        .map(it -> Map.of("userid", it, "type", 2))
                                        .toList())));
    }

    private Told ask(Asked call) {
        var asked = call.json();
        String chat = asked.path("chat_id_list").path(0).asString("");
        if (!groups.containsKey(chat)) {
            return code(41048);
        }
        String id = "task" + tasks.size();
        tasks.put(
                id,
                new Task(
                        chat,
                        asked.path("sender").asString(""),
                        asked.at("/text/content").asString("")));
        return Told.json(Map.of("errcode", 0, "fail_list", List.of(), "msgid", id));
    }

    private Told result(Asked call) {
        String id = call.json().path("msgid").asString("");
        var task = tasks.get(id);
        return task == null || !task.sender().equals(call.json().path("userid").asString(""))
                ? code(41055)
                : Told.json(Map.of(
                        "errcode",
                        0,
                        "send_list",
                        List.of(Map.of(
                                "chat_id",
                                task.chat(),
                                "userid",
                                task.sender(),
                                "status",
                                results.getOrDefault(id, 0)))));
    }

    private Told remind(Asked call) {
        reminders.merge(call.json().path("msgid").asString(""), 1, Integer::sum);
        return code(0);
    }

    private Told say(Asked call) {
        String text = call.json().at("/text/content").asString("");
        said.computeIfAbsent(call.json().path("chatid").asString(""), _ -> new ArrayList<>())
                .add(text);
        return code(0);
    }

    private Told addWay() {
        ways++;
        return Told.json(Map.of("errcode", 0, "config_id", "way" + ways));
    }

    private static Told way(Asked call) {
        String id = call.json().path("config_id").asString("");
        return Told.json(Map.of("errcode", 0, "join_way", Map.of("qr_code", "https://p.qpic.cn/" + id)));
    }

    private Told consent(Asked call) {
        var agreed = consents.getOrDefault(call.json().path("roomid").asString(""), Set.of());
        return Told.json(Map.of(
                "errcode",
                0,
                "agreeinfo",
                agreed.stream()
                        .map(it -> Map.of("exteranalopenid", it, "agree_status", "Agree"))
                        .toList()));
    }

    private static Told code(long code) {
        return Told.json(Map.of("errcode", code, "errmsg", "played"));
    }
}
