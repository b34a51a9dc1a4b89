package org.linli.channels.wecom.contact;

import static org.linli.channels.Content.Delivered.Stage;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.linli.channels.Content;
import org.linli.channels.Inbound;
import org.linli.channels.Intake;
import org.linli.channels.SendFailure;
import org.linli.channels.tencent.PlatformAnswer;
import org.linli.channels.wecom.WecomApi;
import org.linli.platform.jobs.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Finds out whether owners have confirmed what they were asked to send, reminds them, and tells the inbox how it
/// ended.
@Component
class FollowTasks implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(FollowTasks.class);
    private static final String PATH = "/cgi-bin/externalcontact/";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Contacts contacts;
    private final GroupTasks tasks;
    private final RemindOwner remind;
    private final WecomApi api;
    private final ObjectProvider<Intake> inbox;
    private final Clock clock;

    FollowTasks(
            Contacts contacts,
            GroupTasks tasks,
            RemindOwner remind,
            WecomApi api,
            ObjectProvider<Intake> inbox,
            Clock clock) {
        this.contacts = contacts;
        this.tasks = tasks;
        this.remind = remind;
        this.api = api;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "follow-group-tasks";
    }

    @Override
    public Duration rest() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Mono<Integer> round() {
        var accounts = contacts.all().stream().map(Contacts.Contact::id).toList();
        return accounts.isEmpty()
                ? Mono.just(0)
                : tasks.claim(accounts).concatMap(this::follow).count().map(Long::intValue);
    }

    private Mono<String> follow(GroupTasks.Task task) {
        return Mono.justOrEmpty(contacts.named(task.account()))
                .flatMap(contact -> result(contact, task).flatMap(status -> act(contact, task, status)))
                .onErrorResume(SendFailure.class, failure -> {
                    LOG.info("the result of a task is not known yet ({}), again in ten minutes", failure.getMessage());
                    return Mono.empty();
                })
                .thenReturn(task.receipt());
    }

    private Mono<Integer> result(Contacts.Contact contact, GroupTasks.Task task) {
        var question = Map.of("msgid", task.receipt(), "userid", task.sender(), "limit", 500);
        return api.post(contact.caller(), PATH + "get_groupmsg_send_result", JSON.writeValueAsString(question))
                .map(answer -> status(answer, task.chat()));
    }

    private static int status(PlatformAnswer answer, String chat) {
        return answer.json()
                .path("send_list")
                .valueStream()
                .filter(it -> it.path("chat_id").asString("").equals(chat))
                .mapToInt(it -> it.path("status").asInt(0))
                .max()
                .orElse(0);
    }

    private Mono<Void> act(Contacts.Contact contact, GroupTasks.Task task, int status) {
        return switch (Verdict.on(task, status, clock.instant())) {
            case CONFIRMED -> ended(contact, task, Stage.CONFIRMED, status);
            case FAILED -> ended(contact, task, Stage.FAILED, status);
            case REMIND -> remind.of(contact, task);
            case WAIT -> Mono.empty();
        };
    }

    /// The inbox first: a crash in between tells it twice under the same id.
    private Mono<Void> ended(Contacts.Contact contact, GroupTasks.Task task, Stage stage, int status) {
        var told = new Inbound(
                contact.corp().communityId(),
                "task/%s/%s".formatted(task.receipt(), stage),
                contact.group(task.chat()),
                null,
                false,
                new Content.Delivered(task.receipt(), stage, "status " + status),
                clock.instant());
        return inbox.getObject().keep(told).then(tasks.ended(task));
    }
}
