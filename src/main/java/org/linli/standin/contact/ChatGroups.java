package org.linli.standin.contact;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linli.standin.Asked;
import org.linli.standin.Told;
import org.linli.standin.wecom.Codes;

/// The customer groups of a corporation and who is in them: `externalcontact/groupchat/list` and `…/get`.
final class ChatGroups {

    static final String OWNER = "lin";
    private static final int PAGE = 1000;

    private final Map<String, Set<String>> members = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, String> notices = new LinkedHashMap<>();
    private int page = PAGE;

    void shortPages(int most) {
        page = most;
    }

    void name(String chat, String name) {
        names.put(chat, name);
    }

    void notice(String chat, String notice) {
        notices.put(chat, notice);
    }

    void comes(String chat, String member) {
        members.computeIfAbsent(chat, _ -> new LinkedHashSet<>()).add(member);
    }

    void goes(String chat, String member) {
        in(chat).remove(member);
    }

    void dissolves(String chat) {
        members.remove(chat);
    }

    boolean knows(String chat) {
        return members.containsKey(chat);
    }

    Set<String> in(String chat) {
        return members.getOrDefault(chat, new LinkedHashSet<>());
    }

    Told list(Asked call) {
        var all = List.copyOf(members.keySet());
        int from = Integer.parseInt("0" + call.json().path("cursor").asString(""));
        int to = Math.min(all.size(), from + page);
        return Codes.ok(Map.of(
                "group_chat_list",
                all.subList(from, to).stream()
                        .map(it -> Map.of("chat_id", it, "status", 0))
                        .toList(),
                "next_cursor",
                to < all.size() ? Integer.toString(to) : ""));
    }

    Told get(Asked call) {
        String chat = call.json().path("chat_id").asString("");
        return knows(chat) ? Codes.ok(Map.of("group_chat", group(chat))) : Codes.refused(86001);
    }

    private Map<String, Object> group(String chat) {
        return Map.of(
                "chat_id",
                chat,
                "name",
                names.getOrDefault(chat, ""),
                "owner",
                OWNER,
                "notice",
                notices.getOrDefault(chat, ""),
                "member_list",
                in(chat).stream().map(it -> Map.of("userid", it, "type", 2)).toList());
    }
}
