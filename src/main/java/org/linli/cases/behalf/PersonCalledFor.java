package org.linli.cases.behalf;

import java.util.List;
import java.util.stream.Collectors;
import org.linli.platform.rights.Person;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// For whom staff entered something: what they are called, and their telephone.
@Component
class PersonCalledFor implements PersonalData {

    private final KeptCallers kept;
    private final DatabaseClient database;

    PersonCalledFor(KeptCallers kept, DatabaseClient database) {
        this.kept = kept;
        this.database = database;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("cases.on_behalf").shown("""
                        select community_id, occasion, number, at, way as what, name, phone from cases.on_behalf where community_id = :community and (address = any(:addresses) or :resident <> '' and resident = :resident)""").erased("""
                        delete from cases.on_behalf where community_id = :community and (address = any(:addresses) or :resident <> '' and resident = :resident)""").sealed(KeptCallers.NAME, KeptCallers.PHONE));
    }

    /// By the telephones that staff took down. A name that was said on the telephone may be anybody's.
    @Override
    public Mono<Person> recognise(Person person) {
        return database.sql("""
                        select community_id, occasion, phone from cases.on_behalf where community_id = $1
                        and (address = any($2) or $3 <> '' and resident = $3) and phone <> ''""")
                .bind(0, person.community().value())
                .bind(1, person.addresses().toArray(String[]::new))
                .bind(2, person.resident())
                .map(row -> kept.phone(row))
                .all()
                .filter(phone -> !phone.isBlank())
                .collect(Collectors.toUnmodifiableSet())
                .map(person::alsoCalled);
    }
}
