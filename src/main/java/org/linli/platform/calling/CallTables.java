package org.linli.platform.calling;

/// Where a line of calls stands. A call that is due at `infinity` is held until somebody decides about it. A table of
/// calls has `community_id, id, at, tries, due_at, done_at, outcome` and columns that name the receiver and what
/// happened, a table of receivers `community_id, id, url, failing_since, stopped_at, stopped_why`.
///
/// @param calls     with its schema
/// @param receivers with its schema
/// @param key       the column of `calls` that names the receiver
/// @param what      the column of `calls` that says what happened
/// @param receiver  columns of the receiver that a call needs, like `url, secret`
public record CallTables(String calls, String receivers, String key, String what, String receiver) {

    /// `$1` now, `$2` how many.
    String looking() {
        return named("""
            select c.community_id, c.id from {calls} c
            join {receivers} r on r.community_id = c.community_id and r.id = c.{key} and r.stopped_at is null
            where c.done_at is null and c.due_at <= $1
            order by c.due_at, c.id limit $2""");
    }

    /// `$1` community, `$2` calls, `$3` now, `$4` until when they are claimed.
    String claiming() {
        return named("""
            with due as materialized (
              select c.id from {calls} c
              join {receivers} r on r.community_id = $1 and r.id = c.{key} and r.stopped_at is null
              where c.community_id = $1 and c.id = any($2::bigint[]) and c.done_at is null and c.due_at <= $3
              for update of c skip locked)
            update {calls} c set due_at = $4, tries = c.tries + 1
            from due, {receivers} r
            where c.community_id = $1 and c.id = due.id
              and r.community_id = $1 and r.id = c.{key}
            returning c.*, """ + " " + receiver.replaceAll("\\b(\\w+)\\b", "r.$1"));
    }

    /// `$1` community, `$2` call, `$3` outcome, `$4` when again, `$5` done at, `$6` whether it arrived, `$7` whether it
    /// was the last try, `$8` now.
    String recording() {
        return named("""
            with recorded as (
              update {calls} set outcome = $3, due_at = coalesce($4, due_at), done_at = $5
              where community_id = $1 and id = $2 returning community_id, {key})
            update {receivers} r set
              failing_since = case when $6 then null else coalesce(r.failing_since, $8) end,
              stopped_at = case when $7 then coalesce(r.stopped_at, $8) else r.stopped_at end,
              stopped_why = case when $7 then coalesce(r.stopped_why, $3) else r.stopped_why end
            from recorded where r.community_id = recorded.community_id and r.id = recorded.{key}""");
    }

    /// `$1` community, `$2` receiver, `$3` now.
    String stopping() {
        return named("""
            update {receivers} set stopped_at = $3, stopped_why = 'staff'
            where community_id = $1 and id = $2 and stopped_at is null""");
    }

    /// `$1` community, `$2` receiver, `$3` now.
    String resending() {
        return named("""
            with resumed as (
              update {receivers} set stopped_at = null, stopped_why = null, failing_since = null
              where community_id = $1 and id = $2 returning community_id, id),
            again as (
              update {calls} c set due_at = $3, tries = 0 from resumed r
              where c.community_id = r.community_id and c.{key} = r.id and c.done_at is null)
            select id from resumed""");
    }

    /// `$1` community.
    String countingHeld() {
        return named("""
            select count(*) from {calls}
            where community_id = $1 and done_at is null and due_at = 'infinity'""");
    }

    /// `$1` community, `$2` how many.
    String listingHeld() {
        return named("""
            select c.id, c.{what} as what, c.at, r.url from {calls} c
            join {receivers} r on r.community_id = c.community_id and r.id = c.{key}
            where c.community_id = $1 and c.done_at is null and c.due_at = 'infinity'
            order by c.id desc limit $2""");
    }

    /// `$1` community, `$2` now, `$3` call.
    String droppingOneHeld() {
        return droppingHeld() + " and id = $3";
    }

    /// `$1` community, `$2` now.
    String sendingHeld() {
        return named("""
            update {calls} set due_at = $2, outcome = null
            where community_id = $1 and done_at is null and due_at = 'infinity'""");
    }

    /// `$1` community, `$2` now.
    String droppingHeld() {
        return named("""
            update {calls} set done_at = $2, outcome = 'dropped'
            where community_id = $1 and done_at is null and due_at = 'infinity'""");
    }

    private String named(String sql) {
        return sql.replace("{calls}", calls)
                .replace("{receivers}", receivers)
                .replace("{key}", key)
                .replace("{what}", what);
    }
}
