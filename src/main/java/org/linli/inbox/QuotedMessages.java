package org.linli.inbox;

import org.linli.channels.Inbound;
import org.linli.platform.database.Columns;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The message that another one points at, with who said it.
@Component
public class QuotedMessages {

    /// By the platform's id; where it tells none, the last one of a week in the same group that begins with the words.
    private static final String SAID = """
            with me as (
                select m.*, coalesce(m.message -> 'quote' ->> 'platformId', '') as quoted,
                       coalesce(m.message -> 'quote' ->> 'words', '') as words
                from inbox.arrivals m where m.community_id = $1 and m.id = $2
            )
            select q.id, q.message::text as message from me
            join inbox.arrivals q on q.community_id = me.community_id and q.channel = me.channel
                and q.account = me.account and q.platform_id = me.quoted and q.id < me.id
            where me.quoted <> ''
            union all
            (select q.id, q.message::text from me
            join inbox.arrivals q on q.community_id = me.community_id and q.channel = me.channel
                and q.account = me.account and q.id < me.id
                and q.received_at > me.received_at - interval '7 days'
            where me.quoted = '' and me.words <> ''
              and q.message ->> 'group' = me.message ->> 'group'
              and starts_with(q.message -> 'content' ->> 'text', me.words)
            order by q.id desc limit 1)""";

    /// @param arrival its id in the inbox
    public record Quoted(long arrival, Inbound message) {}

    private final DatabaseClient database;

    QuotedMessages(DatabaseClient database) {
        this.database = database;
    }

    /// Empty where it points at none, or at one that we did not hear or do not keep any more. Only while the message
    /// that points is being worked on: later nobody knows what it pointed at.
    ///
    /// @param arrival id of the message that points
    public Mono<Quoted> of(CommunityId community, long arrival) {
        return database.sql(SAID)
                .bind("$1", community.value())
                .bind("$2", arrival)
                .map(row -> new Quoted(Columns.number(row, "id"), MessageJson.inbound(Columns.text(row, "message"))))
                .one();
    }
}
