package org.linli.community;

import java.util.List;
import java.util.stream.Stream;
import org.linli.channels.Address;
import org.linli.community.file.CommunityFile;

/// What a file says of people: those who work for the community and those who live there, with where they write from.
final class PeopleTables {

    private record Owned(String owner, Address address) {}

    private record Tag(String resident, String tag) {}

    private PeopleTables() {}

    static Table<CommunityFile.Member> staff(CommunityFile file) {
        return new Table<>(
                """
                insert into community.staff (community_id, id, name, role, unit, phone, chat, position)
                select $1, id, name, role, unit, phone, chat, n
                from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
                    with ordinality as row (id, name, role, unit, phone, chat, n)
                on conflict (community_id, id) do update set name = excluded.name, role = excluded.role,
                    unit = excluded.unit, phone = excluded.phone, chat = excluded.chat, position = excluded.position""",
                file.staff(),
                List.of(
                        it -> it.member().id(),
                        it -> it.member().name(),
                        it -> it.member().role().name(),
                        it -> it.member().unit(),
                        it -> it.member().phone(),
                        it -> Table.text(it.member().chat())));
    }

    static Table<Owned> staffAddresses(CommunityFile file) {
        return new Table<>(
                """
                insert into community.staff_addresses (community_id, address, staff)
                select $1, * from unnest($2::text[], $3::text[])
                on conflict (community_id, address) do update set staff = excluded.staff""",
                file.staff().stream()
                        .flatMap(it -> owned(it.member().id(), it.addresses()))
                        .toList(),
                List.of(it -> it.address().text(), Owned::owner));
    }

    static Table<CommunityFile.Person> residents(CommunityFile file, ResidentNames names) {
        return new Table<>(
                """
                insert into community.residents as known (community_id, id, name, name_index, home, verified)
                select $1, id, name, string_to_array(prints, ' '), home, verified::boolean
                from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
                    as row (id, name, prints, home, verified)
                on conflict (community_id, id) do update set name = excluded.name, name_index = excluded.name_index,
                    -- a file that only repeats what they call themselves verifies no name
                    name_as_verified = case
                        when excluded.name is not distinct from known.name
                          or known.name_index <> '{}' and known.name_index = excluded.name_index
                        then known.name_as_verified end,
                    home = excluded.home,
                    verified = excluded.verified
                        or (known.verified_by is not null and known.home is not distinct from excluded.home)""",
                file.residents(),
                List.of(
                        CommunityFile.Person::id,
                        it -> names.sealed(file.id(), it.id(), it.name()),
                        it -> names.index(file.id(), it.name()),
                        CommunityFile.Person::home,
                        it -> Boolean.toString(it.verified())));
    }

    static Table<Owned> identities(CommunityFile file) {
        return new Table<>(
                """
                insert into community.identities (community_id, address, resident)
                select $1, * from unnest($2::text[], $3::text[])
                on conflict (community_id, address) do update set resident = excluded.resident""",
                file.residents().stream()
                        .flatMap(it -> owned(it.id(), it.addresses()))
                        .toList(),
                List.of(it -> it.address().text(), Owned::owner));
    }

    /// What an import says of people is added to what staff knows.
    static Table<Tag> tags(CommunityFile file) {
        return new Table<>(
                """
                insert into community.tags (community_id, resident, tag)
                select $1, * from unnest($2::text[], $3::text[]) on conflict do nothing""",
                file.residents().stream()
                        .flatMap(it -> it.tags().stream().map(tag -> new Tag(it.id(), tag)))
                        .toList(),
                List.of(Tag::resident, Tag::tag));
    }

    private static Stream<Owned> owned(String owner, List<Address> addresses) {
        return addresses.stream().map(it -> new Owned(owner, it));
    }
}
