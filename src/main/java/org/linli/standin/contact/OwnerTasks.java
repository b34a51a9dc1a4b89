package org.linli.standin.contact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.standin.Asked;
import org.linli.standin.Told;
import org.linli.standin.wecom.Codes;

/// What owners of groups were asked to send (企业群发), and whether they did: `externalcontact/add_msg_template` and what
/// follows it. An owner is reminded three times at the most.
final class OwnerTasks {

    private static final int MOST_REMINDERS = 3;

    record Task(String id, String chat, String sender, String text) {}

    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final Map<String, Integer> results = new LinkedHashMap<>();
    private final Map<String, Integer> reminders = new LinkedHashMap<>();
    private final ChatGroups groups;

    OwnerTasks(ChatGroups groups) {
        this.groups = groups;
    }

    List<Task> of(String chat) {
        return tasks.values().stream().filter(it -> it.chat().equals(chat)).toList();
    }

    /// The oldest that waits for its owner. Empty where none does.
    Optional<Task> waiting() {
        return tasks.values().stream()
                .filter(it -> !results.containsKey(it.id()))
                .findFirst();
    }

    void ends(String task, int status) {
        results.put(task, status);
    }

    int reminders(String task) {
        return reminders.getOrDefault(task, 0);
    }

    Told ask(Asked call) {
        var asked = call.json();
        String chat = asked.path("chat_id_list").path(0).asString("");
        if (!groups.knows(chat)) {
            return Codes.refused(41048);
        }
        String id = "task-" + UUID.randomUUID();
        String sender = asked.path("sender").asString("");
        tasks.put(id, new Task(id, chat, sender, asked.at("/text/content").asString("")));
        return Codes.ok(Map.of("fail_list", List.of(), "msgid", id));
    }

    Told result(Asked call) {
        String id = call.json().path("msgid").asString("");
        var task = tasks.get(id);
        if (task == null || !task.sender().equals(call.json().path("userid").asString(""))) {
            return Codes.refused(41055);
        }
        var result = Map.of("chat_id", task.chat(), "userid", task.sender(), "status", results.getOrDefault(id, 0));
        return Codes.ok(Map.of("send_list", List.of(result)));
    }

    Told remind(Asked call) {
        String id = call.json().path("msgid").asString("");
        if (!tasks.containsKey(id)) {
            return Codes.refused(41055);
        }
        if (reminders(id) >= MOST_REMINDERS) {
            return Codes.refused(45009);
        }
        reminders.merge(id, 1, Integer::sum);
        return Codes.ok(Map.of());
    }
}
