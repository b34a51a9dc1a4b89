package org.linli.standin.wecom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.linli.standin.Asked;
import org.linli.standin.Told;

/// Internal groups that an app makes and speaks in: `appchat/create` and `appchat/send`, by the platform's page
/// "创建群聊会话".
public final class Appchats {

    private static final int FEWEST = 2;

    private record Chat(String name, List<String> members) {}

    private final Map<String, Chat> chats = new LinkedHashMap<>();
    private final Map<String, List<String>> said = new LinkedHashMap<>();
    private final BiConsumer<List<String>, String> heard;

    /// @param heard who hears what
    public Appchats(BiConsumer<List<String>, String> heard) {
        this.heard = heard;
    }

    public synchronized List<String> said(String chat) {
        return List.copyOf(said.getOrDefault(chat, List.of()));
    }

    /// Empty where there is none.
    public synchronized List<String> members(String chat) {
        var known = chats.get(chat);
        return known == null ? List.of() : known.members();
    }

    public synchronized String name(String chat) {
        var known = chats.get(chat);
        return known == null ? "" : known.name();
    }

    public synchronized Told create(Asked call) {
        var asked = call.json();
        String id = asked.path("chatid").asString("chat" + chats.size());
        List<String> members =
                asked.path("userlist").valueStream().map(it -> it.asString("")).toList();
        if (members.size() < FEWEST) {
            return Codes.refused(86006);
        }
        if (!id.matches("[0-9a-zA-Z]{1,32}") || chats.containsKey(id)) {
            return Codes.refused(86001);
        }
        if (!members.contains(asked.path("owner").asString(""))) {
            return Codes.refused(86005);
        }
        chats.put(id, new Chat(asked.path("name").asString(""), members));
        return Codes.ok(Map.of("chatid", id));
    }

    public synchronized Told get(Asked call) {
        String id = call.parameter("chatid");
        return chats.containsKey(id)
                ? Codes.ok(Map.of("chat_info", Map.of("chatid", id, "name", name(id), "userlist", members(id))))
                : Codes.refused(86003);
    }

    public synchronized Told send(Asked call) {
        String id = call.json().path("chatid").asString("");
        if (!chats.containsKey(id)) {
            return Codes.refused(86003);
        }
        String text = call.json()
                .at("/text/content")
                .asString(call.json().at("/markdown/content").asString(""));
        said.computeIfAbsent(id, _ -> new ArrayList<>()).add(text);
        heard.accept(members(id), text);
        return Codes.ok(Map.of());
    }
}
