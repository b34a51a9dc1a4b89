package org.linli.channels;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Many people of an account whom the platform writes to in one go (群发): those with a tag of the platform's, or a list
/// that we name each time. Both are groups to the outbox: a letter goes to the address that is given here.
///
/// Every method signals [SendFailure] and no other error.
public interface Audiences {

    ChannelId channel();

    /// One tag of the account's.
    ///
    /// @param people how many have it
    record Tag(long id, String name, long people) {}

    /// Empty where there is none.
    Flux<Tag> tags(Account account);

    /// Signals `CONTENT_REFUSED` where there is one of that name.
    ///
    /// @param name up to thirty characters
    Mono<Tag> create(Account account, String name);

    /// Signals as [#create].
    Mono<Void> rename(Account account, long tag, String name);

    /// Takes the tag from everybody, and is no more.
    Mono<Void> delete(Account account, long tag);

    /// Gives them the tag; those who have it keep it.
    Mono<Void> fill(Account account, long tag, List<Address> people);

    /// Takes the tag from these; from those who have it not, nothing.
    Mono<Void> take(Account account, long tag, List<Address> people);

    /// Takes the tag from everybody. Never empty: how many had it.
    Mono<Long> empty(Account account, long tag);

    /// Where letters to all with the tag go.
    Address tagged(Account account, long tag);

    /// Where letters to a list of that name go, whoever is on it.
    Address listed(Account account, String name);

    /// Remembers these people under a name, in place of those who were there. A letter to the address reaches those who
    /// are on the list when it is sent. Lists are forgotten after three months.
    ///
    /// Signals `CONTENT_REFUSED` for fewer than two people or more than ten thousand.
    ///
    /// @param name letters, digits and dashes, up to forty
    /// @return where letters to all of them go; never empty
    Mono<Address> list(Account account, String name, List<Address> people);
}
