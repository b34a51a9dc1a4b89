package org.linli.channels.wecom.contact;

import static org.linli.channels.SendFailure.Reason.THROTTLED;

import java.util.Map;
import org.linli.channels.SendFailure;
import org.linli.channels.wecom.WecomApi;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Lets the platform remind who has not confirmed a task (提醒成员群发): three times in 24 hours at the most.
@Component
class RemindOwner {

    private static final String PATH = "/cgi-bin/externalcontact/remind_groupmsg_send";

    private final GroupTasks tasks;
    private final WecomApi api;

    RemindOwner(GroupTasks tasks, WecomApi api) {
        this.tasks = tasks;
        this.api = api;
    }

    /// Signals `SendFailure`, `THROTTLED` where the platform would have enough: then it is not asked.
    Mono<Void> of(Contacts.Contact contact, GroupTasks.Task task) {
        return tasks.remind(task)
                .switchIfEmpty(Mono.error(() -> new SendFailure(THROTTLED, "reminded often enough")))
                .flatMap(it -> api.post(contact.caller(), PATH, body(it)))
                .then();
    }

    private static String body(GroupTasks.Task task) {
        return JsonMapper.shared().writeValueAsString(Map.of("msgid", task.receipt()));
    }
}
