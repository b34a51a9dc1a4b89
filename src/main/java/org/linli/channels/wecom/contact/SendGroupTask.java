package org.linli.channels.wecom.contact;

import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;
import static org.linli.channels.SendFailure.Reason.RECIPIENT_GONE;
import static org.linli.channels.SendFailure.Reason.UNREACHABLE;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.linli.channels.Allowance;
import org.linli.channels.ChannelId;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure;
import org.linli.channels.Way;
import org.linli.channels.tencent.PlatformAnswer;
import org.linli.channels.wecom.WecomApi;
import org.linli.channels.wecom.WecomLimits;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Asks the owner of a customer group to send something there (企业群发), by the platform's page "创建企业群发".
///
/// That the platform took it says nothing yet: the owner has to confirm it in the client. [FollowTasks] finds out.
@Component
class SendGroupTask implements Way {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    static final int TEXT_BYTES = 4000;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Contacts contacts;
    private final CustomerGroups groups;
    private final AskGroups ask;
    private final GroupTasks tasks;
    private final WecomApi api;
    private final WecomLimits limits;
    private final Clock clock;

    SendGroupTask(
            Contacts contacts,
            CustomerGroups groups,
            AskGroups ask,
            GroupTasks tasks,
            WecomApi api,
            WecomLimits limits,
            Clock clock) {
        this.contacts = contacts;
        this.groups = groups;
        this.ask = ask;
        this.tasks = tasks;
        this.api = api;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "wecom-group.task";
    }

    @Override
    public ChannelId channel() {
        return Contacts.GROUPS;
    }

    @Override
    public Limits limits() {
        return new Limits(TEXT_BYTES, Duration.ZERO);
    }

    @Override
    public boolean carries(Outbound letter) {
        return letter.to().isGroup()
                && letter.to().channel().equals(Contacts.GROUPS)
                && contacts.named(letter.to().account()).isPresent();
    }

    /// By the platform's page "创建企业群发": a group gets as many a month as the month has days, which corporations may
    /// set to seven a week or one a day.
    @Override
    public List<Allowance> allowances(Outbound letter) {
        var group = Allowance.Scope.receiver(letter.to());
        return List.of(
                switch (limits.groupTask()) {
                    case ONCE_A_DAY -> new Allowance.Quota(id(), group, 1, Allowance.Period.DAY);
                    case SEVEN_A_WEEK -> new Allowance.Quota(id(), group, 7, Allowance.Period.WEEK);
                    case AS_MANY_A_MONTH_AS_IT_HAS_DAYS ->
                        new Allowance.Quota(id(), group, daysOfThisMonth(), Allowance.Period.MONTH);
                });
    }

    private int daysOfThisMonth() {
        return YearMonth.now(clock.withZone(CHINA)).lengthOfMonth();
    }

    /// @return the platform's id of the task, by which the result is told
    @Override
    public Mono<Receipt> send(Outbound message) {
        return Mono.justOrEmpty(contacts.named(message.to().account()).filter(_ -> carries(message)))
                .switchIfEmpty(Mono.error(() -> new SendFailure(MISCONFIGURED, "no customer group of ours")))
                .flatMap(contact -> owner(contact, message).flatMap(owner -> asked(contact, owner, message)));
    }

    private Mono<String> owner(Contacts.Contact contact, Outbound message) {
        return groups.owner(contact.id(), message.to().id())
                .onErrorMap(
                        error -> new SendFailure(UNREACHABLE, error.getClass().getSimpleName()))
                .switchIfEmpty(askedFor(contact, message))
                .filter(owner -> !owner.isEmpty())
                .switchIfEmpty(Mono.error(() -> new SendFailure(RECIPIENT_GONE, "a group that is gone")));
    }

    /// A letter may be sooner than the list of groups, as after the first start.
    private Mono<String> askedFor(Contacts.Contact contact, Outbound message) {
        return Mono.defer(() -> ask.about(contact, message.to().id())).map(CustomerGroups.Told::owner);
    }

    private Mono<Receipt> asked(Contacts.Contact contact, String owner, Outbound message) {
        return api.post(contact.caller(), "/cgi-bin/externalcontact/add_msg_template", json(owner, message))
                .map(SendGroupTask::receipt)
                .delayUntil(
                        receipt -> tasks.add(contact.id(), receipt, message.to().id(), owner));
    }

    private static Receipt receipt(PlatformAnswer answer) {
        if (!answer.json().path("fail_list").isEmpty()) {
            throw new SendFailure(RECIPIENT_GONE, "fail_list");
        }
        return new Receipt(answer.textOf("msgid"));
    }

    private static String json(String owner, Outbound message) {
        return JSON.writeValueAsString(Map.of(
                "chat_type",
                "group",
                "chat_id_list",
                List.of(message.to().id()),
                "sender",
                owner,
                "text",
                Map.of("content", message.text())));
    }
}
