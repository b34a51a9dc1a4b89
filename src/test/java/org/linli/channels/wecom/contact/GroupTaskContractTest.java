package org.linli.channels.wecom.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.channels.Address;
import org.linli.channels.Allowance;
import org.linli.channels.Allowance.Period;
import org.linli.channels.Allowance.Quota;
import org.linli.channels.Allowance.Scope;
import org.linli.channels.Channel;
import org.linli.channels.Inbound;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.WebhookRequest;
import org.linli.channels.contract.AdapterContract;
import org.linli.channels.contract.Case;
import org.linli.channels.contract.Keeps;
import org.linli.channels.contract.NotHere;
import org.linli.channels.contract.Played;
import org.linli.channels.tencent.OwnRedis;
import org.linli.channels.tencent.SharedTokens;
import org.linli.channels.wecom.PlayedCorp;
import org.linli.channels.wecom.PlayedWecom;
import org.linli.channels.wecom.WecomApi;
import org.linli.channels.wecom.WecomCalls;
import org.linli.channels.wecom.WecomLimits;
import org.linli.channels.wecom.WecomLimits.GroupTask;
import org.linli.standin.contact.PlayedGroups;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// Customer groups: a call names a group that changed, an arrival is that call and the reading after it; letters are
/// tasks for the group's owner.
@NotHere(value = Case.WORDS, because = "a call names a group and carries nobody's words")
@NotHere(value = Case.UNKNOWN_KIND, because = "an event about anything but a group is nobody's message, see below")
@NotHere(value = Case.WINDOW_CLOSED, because = "a group is written to at any time")
class GroupTaskContractTest extends PlayedWecom implements AdapterContract {

    private static final String CHANGED = "<xml><MsgType>event</MsgType><Event>%s</Event><ChatId>%s</ChatId>"
            + "<ChangeType>create</ChangeType></xml>";

    @Autowired
    CustomerGroups known;

    @Autowired
    GroupTasks tasks;

    @Autowired
    DatabaseClient database;

    final PlayedCorp corp = PlayedCorp.empty();
    private final PlayedGroups groups = corp.groups();
    private final String chat = "wr" + UUID.randomUUID();
    private final Played platform = corp.on(path());
    private Contacts contacts;
    private WecomApi api;
    private WecomApi hasty;

    String path() {
        return "/cgi-bin/externalcontact/add_msg_template";
    }

    @BeforeEach
    void connect() {
        completed(database.sql("truncate contact.groups, contact.tasks").then());
        var wecom = PlayedCorp.settings(platform.base());
        var account = new ContactSettings.Account(
                "contact", "corp", PlayedCorp.SECRET, PlayedCorp.TOKEN, PlayedCorp.KEY, null);
        contacts = new Contacts(new ContactSettings(List.of(account)), wecom, Clock.systemUTC());
        api = new WecomApi(wecom, new SharedTokens(OwnRedis.nobody()), Clock.systemUTC());
        hasty = new WecomApi(PlayedCorp.hasty(platform.base()), new SharedTokens(OwnRedis.nobody()), Clock.systemUTC());
        groups.comes(chat, "wang");
        completed(database.sql("""
                        insert into contact.groups (account, chat, owner, changed_at, read_at)
                        values ('contact', $1, 'lin', now() - interval '1 minute', now())""").bind("$1", chat).then());
    }

    @AfterEach
    void disconnect() {
        platform.close();
    }

    @Test
    void anEventThatNobodyKnowsIsNobodysMessage() {
        assertThat(read(PlayedCorp.call("contact", CHANGED.formatted("hologram", chat)))
                        .block(SOON))
                .isEmpty();
    }

    @Test
    void aGroupIsSentAsOftenAsTheCorporationHasSet() {
        assertThat(quota(GroupTask.ONCE_A_DAY, "2026-02-03T00:00:00Z"))
                .isEqualTo(new Quota("wecom-group.task", group(), 1, Period.DAY));
        assertThat(quota(GroupTask.SEVEN_A_WEEK, "2026-02-03T00:00:00Z"))
                .isEqualTo(new Quota("wecom-group.task", group(), 7, Period.WEEK));
        assertThat(quota(GroupTask.AS_MANY_A_MONTH_AS_IT_HAS_DAYS, "2026-02-03T00:00:00Z"))
                .isEqualTo(new Quota("wecom-group.task", group(), 28, Period.MONTH));
        assertThat(quota(GroupTask.AS_MANY_A_MONTH_AS_IT_HAS_DAYS, "2026-02-28T16:00:00Z"))
                .as("March in China")
                .isEqualTo(new Quota("wecom-group.task", group(), 31, Period.MONTH));
    }

    private Allowance quota(GroupTask often, String now) {
        var limits = new WecomLimits(Map.of(), 2000, often);
        var clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        return new SendGroupTask(contacts, known, new AskGroups(api), tasks, api, limits, clock)
                .allowances(letter("停水"))
                .getFirst();
    }

    private Scope group() {
        return Scope.receiver(letter("停水").to());
    }

    @Override
    public Channel channel() {
        return new ContactChannel(contacts, known);
    }

    @Override
    public String account() {
        return "contact";
    }

    @Override
    public Played platform() {
        return platform;
    }

    @Override
    public Outbound letter(String text) {
        return new Outbound("k", Address.group(Contacts.GROUPS, "contact", chat), text, List.of());
    }

    @Override
    public Mono<Receipt> send(Outbound letter) {
        return new SendGroupTask(
                        contacts, known, new AskGroups(api), tasks, api(), WecomLimits.usual(), Clock.systemUTC())
                .send(letter);
    }

    @Override
    public Mono<List<Inbound>> genuine(String text) {
        return read(PlayedCorp.call("contact", changed()));
    }

    @Override
    public Mono<List<Inbound>> tampered(String text) {
        return read(WecomCalls.tampered(PlayedCorp.call("contact", changed())));
    }

    @Override
    public Mono<List<Inbound>> signed(Duration ago, String text) {
        return read(PlayedCorp.call("contact", Instant.now().minus(ago), changed()));
    }

    @Override
    public List<String> secrets() {
        return List.of("wang", PlayedCorp.SECRET, PlayedCorp.TOKEN, PlayedCorp.KEY, "SECRET-TOKEN");
    }

    WecomApi api() {
        return platform.isSilent() ? hasty : api;
    }

    private String changed() {
        return CHANGED.formatted("change_external_chat", chat);
    }

    private Mono<List<Inbound>> read(WebhookRequest call) {
        return Mono.defer(() -> {
            var inbox = new Keeps();
            var read = new ReadGroups(contacts, known, new AskGroups(api), inbox, Clock.systemUTC());
            return arrival(call).then(read.round()).then(Mono.fromSupplier(inbox::kept));
        });
    }
}
