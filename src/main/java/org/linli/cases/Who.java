package org.linli.cases;

import org.linli.community.StaffMember;

/// Who did something to a case.
///
/// @param id   a staff member's id, a resident's address; empty for the service itself
/// @param name as shown on the desk; empty where none is known
public record Who(Kind kind, String id, String name) {

    public enum Kind {
        RESIDENT,
        /// Of the unit that has the case.
        STAFF,
        /// Of the community, who see everything.
        DESK,
        SERVICE;

        public boolean isStaff() {
            return this == STAFF || this == DESK;
        }
    }

    public static final Who SERVICE = new Who(Kind.SERVICE, "", "");

    public static Who resident(String address) {
        return new Who(Kind.RESIDENT, address, "");
    }

    public static Who of(StaffMember member) {
        return new Who(member.seesEverything() ? Kind.DESK : Kind.STAFF, member.id(), member.name());
    }

    public static Who staff(String id, String name) {
        return new Who(Kind.STAFF, id, name);
    }

    @Override
    public String toString() {
        return "Who[" + kind + "]";
    }
}
