package org.linli.channels.wecom.contact;

import java.util.List;
import org.linli.channels.Confirmations;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The tasks that owners of customer groups have not confirmed yet.
@Component
class AwaitOwners implements Confirmations {

    private final Contacts contacts;
    private final GroupTasks tasks;
    private final RemindOwner remind;

    AwaitOwners(Contacts contacts, GroupTasks tasks, RemindOwner remind) {
        this.contacts = contacts;
        this.tasks = tasks;
        this.remind = remind;
    }

    @Override
    public Flux<Awaited> awaited(CommunityId community) {
        return tasks.waiting(accounts(community))
                .concatMapIterable(
                        it -> contacts.named(it.task().account()).map(contact -> awaited(contact, it)).stream()
                                .toList());
    }

    @Override
    public Mono<Void> remind(CommunityId community, String task) {
        return tasks.waiting(accounts(community))
                .map(GroupTasks.Waiting::task)
                .filter(it -> it.receipt().equals(task))
                .next()
                .flatMap(it ->
                        Mono.justOrEmpty(contacts.named(it.account())).flatMap(contact -> remind.of(contact, it)));
    }

    private List<String> accounts(CommunityId community) {
        return contacts.of(community).map(Contacts.Contact::id).toList();
    }

    private static Awaited awaited(Contacts.Contact contact, GroupTasks.Waiting waiting) {
        var task = waiting.task();
        return new Awaited(
                task.receipt(),
                contact.group(task.chat()),
                waiting.groupName(),
                task.sender(),
                task.createdAt(),
                task.reminders());
    }
}
