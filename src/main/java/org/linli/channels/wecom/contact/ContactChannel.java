package org.linli.channels.wecom.contact;

import java.time.Duration;
import org.linli.channels.Channel;
import org.linli.channels.ChannelId;
import org.linli.channels.Delivery;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.Reply;
import org.linli.channels.SendFailure;
import org.linli.channels.WebhookRequest;
import org.linli.channels.tencent.Rejections;
import org.linli.channels.wecom.ReadEvent;
import org.linli.channels.wecom.WecomEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Hears that a customer group changed. What has changed is read from the platform afterwards ([ReadGroups]), so that
/// a lost or repeated call changes nothing.
///
/// Letters go to groups of the channel `wecom-group`; a single customer is not written to.
@Component
class ContactChannel implements Channel {

    private static final Reply TAKEN = Reply.text("");

    private final Contacts contacts;
    private final CustomerGroups groups;

    ContactChannel(Contacts contacts, CustomerGroups groups) {
        this.contacts = contacts;
        this.groups = groups;
    }

    @Override
    public ChannelId id() {
        return Contacts.ID;
    }

    @Override
    public Limits limits() {
        return new Limits(SendGroupTask.TEXT_BYTES, Duration.ZERO);
    }

    /// Signals what the database says too: a call that could not be noted is not acknowledged.
    @Override
    public Mono<Delivery> receive(WebhookRequest request) {
        return Mono.fromCallable(() -> read(request)).flatMap(it -> it);
    }

    @Override
    public Mono<Receipt> send(Outbound message) {
        return Mono.error(
                () -> new SendFailure(SendFailure.Reason.CONTENT_REFUSED, "a customer of a group is not written to"));
    }

    private Mono<Delivery> read(WebhookRequest request) {
        var contact = contacts.named(request.account()).orElseThrow(Rejections::unknownAccount);
        return switch (request.method()) {
            case "GET" ->
                Mono.just(new Delivery.Handshake(Reply.text(contact.gate().handshake(request))));
            case "POST" ->
                called(contact, ReadEvent.from(contact.gate().open(request).message()));
            default -> throw Rejections.unreadable("neither GET nor POST");
        };
    }

    private Mono<Delivery> called(Contacts.Contact contact, WecomEvent event) {
        return event instanceof WecomEvent.CustomerGroupChanged change
                        && !change.chat().isBlank()
                ? groups.changed(contact.id(), change.chat(), change.change().equals("dismiss"))
                        .thenReturn(ignored("the group is read"))
                : Mono.just(ignored("not about a group"));
    }

    private static Delivery ignored(String why) {
        return new Delivery.Ignored(why, TAKEN);
    }
}
