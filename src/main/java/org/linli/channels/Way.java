package org.linli.channels;

import java.util.List;
import reactor.core.publisher.Mono;

/// One way of sending on a channel, with limits of its own: customer service, template messages, a group robot …
///
/// A channel that has only one needs none: [Channel#send] is then its plain way, without allowances. An adapter with
/// several declares each as a bean. It only translates: which way a letter takes, and whether it may, is decided by
/// the outbox, from what is told here.
public interface Way {

    /// Begins with the channel, like `wechat.template`: stored, and named in the community's order, so it never
    /// changes.
    String id();

    ChannelId channel();

    /// What one message may carry here; [Limits#passiveBudget] is zero.
    Limits limits();

    /// Whether it could take this letter at all: kind of receiver, a known template, the facts it wants. Pure, quick,
    /// asks nobody.
    boolean carries(Outbound letter);

    /// What sending this letter draws on; all of it must be left. Pure. Empty where nothing is limited.
    List<Allowance> allowances(Outbound letter);

    /// What all letters of the account draw on by this way, whoever they are to: to be looked at. Pure. Empty where
    /// nothing is limited so.
    default List<Allowance> shared(Account account) {
        return List.of();
    }

    /// Whether the account sends by it: those of the way's channel, and others that share what they have.
    default boolean isOf(Account account) {
        return channel().equals(account.channel());
    }

    /// What a receiver sees of one message.
    ///
    /// @param text    lines
    /// @param buttons what can be tapped below it
    record Look(String text, List<String> buttons) {

        public Look {
            buttons = List.copyOf(buttons);
        }
    }

    /// How a message that this way carries looks where it arrives, from the same code that sends it: for those who
    /// write it. Pure.
    default Look look(Outbound message) {
        return new Look(message.text(), message.choices());
    }

    /// Hands over one message, once.
    ///
    /// Signals [SendFailure] and no other error.
    ///
    /// @return the platform's own id, by which [Content.Delivered] will name it; never empty
    Mono<Receipt> send(Outbound message);
}
