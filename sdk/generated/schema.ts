// Made from openapi.yaml by `npm run generate`. Do not edit.
export interface paths {
    "/contacts/email/{email}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a contact by email
         *
         * The contact with this email. Creates nothing; an unknown email is a 404. Only set fields
         *     are in the answer, besides those that are always there. Safe to repeat.
         *
         *     Emails are assumed to be compared without regard to case and outer spaces.
         */
        get: operations["getContactByEmail"];
        put?: never;
        post?: never;
        /**
         * Delete a contact by email
         *
         * Answers nothing. The contact with this email is gone, with its activity, and cannot be brought back. Its purchases stay, without their reference to it (assumed), and both identifiers are free again. An unknown email is no error (assumed). Safe to repeat.
         */
        delete: operations["deleteContactByEmail"];
        options?: never;
        head?: never;
        /**
         * Update a contact by email, or create it
         *
         * The whole contact, after the update. Creates the contact when none has this address;
         *     fields left out keep their value. Sets, or replaces (assumed), the External ID; the
         *     email itself cannot be changed here. A body of `{}` is enough to create. Not merged with
         *     any other contact: a value that belongs to another one is refused and nothing is
         *     written. Safe to repeat.
         *
         *     Assumed: 200 for a creation too; 422 for an identifier that is taken, an unknown or
         *     read-only field, or `null`.
         */
        patch: operations["upsertContactByEmail"];
        trace?: never;
    };
    "/contacts/external-id/{externalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a contact by External ID
         *
         * The contact with this External ID. Creates nothing; an unknown External ID is a 404.
         *     Only set fields are in the answer, besides those that are always there. Safe to repeat.
         *
         *     External IDs are assumed to be compared exactly, case and spaces included.
         */
        get: operations["getContactByExternalId"];
        put?: never;
        post?: never;
        /**
         * Delete a contact by External ID
         *
         * Answers nothing. The contact with this External ID is gone, with its activity, and cannot be brought back. Its purchases stay, without their reference to it (assumed), and both identifiers are free again. An unknown External ID is no error (assumed). Safe to repeat.
         */
        delete: operations["deleteContactByExternalId"];
        options?: never;
        head?: never;
        /**
         * Update a contact by External ID, or create it
         *
         * The whole contact, after the update. Creates the contact when none has this address;
         *     fields left out keep their value. Sets, or replaces (assumed), the email; the External
         *     ID itself cannot be changed here. A contact with an External ID is not anonymous, even
         *     without an email. A body of `{}` is enough to create. Not merged with any other contact:
         *     a value that belongs to another one is refused and nothing is written. Safe to repeat.
         *
         *     Assumed: 200 for a creation too; 422 for an identifier that is taken, an unknown or
         *     read-only field, or `null`.
         */
        patch: operations["upsertContactByExternalId"];
        trace?: never;
    };
    "/contacts/{email}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a contact by email (older path)
         *
         * The contact with this email. The same as `GET /contacts/email/{email}`, under the older path. Creates nothing; an unknown email is a 404. Safe to repeat.
         */
        get: operations["getContact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update a contact by email, or create it (older path)
         *
         * The whole contact, after the update. Creates the contact when none has this address;
         *     fields left out keep their value. The older path of `PATCH /contacts/email/{email}`:
         *     takes no `_externalId`, and the email cannot be changed. A body of `{}` is enough to
         *     create. Safe to repeat.
         *
         *     Assumed: 200 for a creation too; 422 for `_externalId`, an unknown or read-only field,
         *     or `null`.
         */
        patch: operations["upsertContact"];
        trace?: never;
    };
    "/purchases/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a purchase
         *
         * The purchase, with its Connectif id. The contact and every product must exist
         *     beforehand: neither is created here. The purchase aggregates of the contact
         *     (`_totalPurchases` and so on) follow. Not safe to repeat: a lost answer may hide a
         *     purchase that was made, and repeating it is refused (assumed).
         *
         *     Name the contact by `contactEmail` or `contactExternalId`; both only where they mean the
         *     same contact (assumed).
         *
         *     Assumed: 201 and the whole purchase as the answer; 422 for a `purchaseId` that another
         *     purchase has.
         */
        post: operations["createPurchase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/purchases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a purchase by Connectif id
         *
         * The purchase with this Connectif id, which its creation answers as `id`. An unknown id is a 404, a malformed one a 400. Safe to repeat.
         */
        get: operations["getPurchase"];
        put?: never;
        post?: never;
        /**
         * Delete a purchase by Connectif id
         *
         * Answers nothing. The purchase with this Connectif id is gone, and the purchase aggregates of its contact follow. The contact, the products and what workflows did stay. An unknown id is no error (assumed), a malformed one is a 400. Safe to repeat.
         */
        delete: operations["deletePurchase"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/purchases/purchase-id/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a purchase by purchase id
         *
         * The purchase with this purchase id, the identifier that the store gave it. An unknown
         *     one is a 404. Safe to repeat.
         *
         *     Assumed: 400 for a blank one.
         */
        get: operations["getPurchaseByPurchaseId"];
        put?: never;
        post?: never;
        /**
         * Delete a purchase by purchase id
         *
         * Answers nothing. The purchase with this purchase id is gone, and the purchase aggregates
         *     of its contact follow. The contact, the products and what workflows did stay. An unknown
         *     purchase id is no error: the vendor lists no 404. Safe to repeat.
         *
         *     Assumed: 400 for a blank one.
         */
        delete: operations["deletePurchaseByPurchaseId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/product-id/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a product by product id
         *
         * The product with this product id, the identifier that the store gave it. An unknown one is a 404. Safe to repeat.
         */
        get: operations["getProductByProductId"];
        put?: never;
        post?: never;
        /**
         * Delete a product by product id
         *
         * Answers nothing. The product with this product id is gone from the catalogue. Purchases that name it stay (assumed). An unknown one is no error (assumed). Safe to repeat.
         */
        delete: operations["deleteProductByProductId"];
        options?: never;
        head?: never;
        /**
         * Update a product by product id, or create it
         *
         * The whole product, after the update. Creates the product when the store's identifier is
         *     unknown. Name, page address and unit price are always needed; other fields left out keep
         *     their value (assumed). Safe to repeat.
         *
         *     Assumed: 200 for a creation too.
         */
        patch: operations["upsertProduct"];
        trace?: never;
    };
    "/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a product by Connectif id
         *
         * The product with this Connectif id. An unknown id is a 404, a malformed one a 400 (both assumed). Safe to repeat.
         */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        /**
         * Delete a product by Connectif id
         *
         * Answers nothing. The product with this Connectif id is gone from the catalogue. Purchases that name it stay (assumed). An unknown id is no error, a malformed one is a 400 (both assumed). Safe to repeat.
         */
        delete: operations["deleteProduct"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contact-fields/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the contact fields
         *
         * Every custom field of the account, in the order of creation. Safe to repeat.
         *
         *     Assumed: a plain array, all fields at once, without those that every account has
         *     (`_email`, `_name` and so on). The vendor does not show the shape of this list.
         */
        get: operations["listContactFields"];
        put?: never;
        /**
         * Create a contact field
         *
         * The whole field. From then on contacts can have a value of it, under its id (assumed).
         *     Which limits a field can have depends on its type; see ContactFieldCreate. Not safe to
         *     repeat: a lost answer may hide a field that was made, and repeating it is refused
         *     (assumed).
         *
         *     Assumed: 201 and the whole field as the answer; 422 for an id that another field has.
         */
        post: operations["createContactField"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contact-fields/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a contact field
         *
         * The custom field with this id. An unknown id is a 404; one that no custom field can have, such as `_email`, is a 400 (both assumed). Safe to repeat.
         */
        get: operations["getContactField"];
        put?: never;
        post?: never;
        /**
         * Delete a contact field
         *
         * Answers nothing. The custom field with this id is gone, and with it the values that contacts have of it (assumed). Only custom fields can be deleted: the id of a field that every account has, such as `_email`, is a 400 (assumed). An unknown id is no error (assumed). Safe to repeat.
         */
        delete: operations["deleteContactField"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/custom-events/alias/{alias}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a custom event, by the alias of its type
         *
         * The id of the event. The event is recorded for the contact whose email stands in the
         *     primary key of its type; the fields of that contact keep their values (assumed). Creates
         *     the contact only with `createContact`; without it, an unknown email is refused with
         *     E0501. An unknown alias is a 404. Not safe to repeat: every call records another event
         *     (assumed).
         *
         *     The primary key is always a field of type email, so a custom event can neither address a
         *     contact by its External ID nor set one.
         *
         *     Assumed: 415 for a content type that is not JSON; the shape of the answer.
         */
        post: operations["createCustomEventByAlias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/custom-events/id/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a custom event, by the Connectif id of its type
         *
         * The id of the event. The same as `POST /custom-events/alias/{alias}`, but for how the
         *     type is named: an unknown id is a 404, a malformed one a 400 (both assumed). Creates the
         *     contact only with `createContact`; without it, an unknown email is refused with E0501.
         *     Not safe to repeat: every call records another event (assumed).
         *
         *     Assumed: the statuses and the shape of the answer, as for the alias.
         */
        post: operations["createCustomEventById"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/custom-event-types/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the custom event types
         *
         * Every custom event type of the account, in the order of creation. Safe to repeat.
         *
         *     Assumed: a plain array, all types at once. The vendor does not show the shape of this
         *     list.
         */
        get: operations["listCustomEventTypes"];
        put?: never;
        /**
         * Create a custom event type
         *
         * The whole type, with its Connectif id. From then on events of it can be created, by its
         *     alias or its id. Not safe to repeat: a lost answer may hide a type that was made, and
         *     repeating it is refused (assumed).
         *
         *     Public clients use this path. The vendor documents
         *     `POST /custom-integrations/{id}/custom-event-types/` instead, which is not described
         *     here.
         *
         *     Assumed: 201 and the whole type as the answer; 422 for an alias that another type has.
         */
        post: operations["createCustomEventType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/custom-event-types/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a custom event type by Connectif id
         *
         * The custom event type with this Connectif id. An unknown id is a 404, a malformed one a 400 (both assumed). Safe to repeat.
         */
        get: operations["getCustomEventType"];
        put?: never;
        post?: never;
        /**
         * Delete a custom event type by Connectif id
         *
         * Answers nothing. The custom event type with this Connectif id is gone, and its alias is free again; events that were recorded stay (assumed). An unknown id is no error, a malformed one is a 400 (both assumed). Safe to repeat.
         */
        delete: operations["deleteCustomEventType"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the imports
         *
         * The imports of the account, the newest first (assumed), in pages that `links` leads through.
         *     Safe to repeat.
         *
         *     Assumed: 25 imports a page. The vendor's query parameters are not known: follow the links.
         */
        get: operations["listImports"];
        put?: never;
        /**
         * Create an import
         *
         * The import, queued, with the number of its records in `total`. The file is read record by
         *     record afterwards: get the import until it is `finished`, `error` or `cancelled`. What its
         *     records break is in the file at `errorReportFileUrl`. Not safe to repeat: each call queues
         *     the file once more.
         *
         *     At most 10 imports can be queued (E0401) and a file has 50 MB at most. Contacts are found by
         *     `_externalId` or by `_email`, products by `productId`. A file that cannot be read,
         *     or has no header, is refused as a whole, and nothing is queued (assumed).
         */
        post: operations["createImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an import by Connectif id
         *
         * The import, with how far it is. An unknown id is a 404, a malformed one a 400 (both
         *     assumed). `errorReportFileUrl` is a fresh link, which works for 100 minutes (assumed, as for
         *     exports). Safe to repeat.
         */
        get: operations["getImport"];
        put?: never;
        post?: never;
        /**
         * Cancel an import by Connectif id
         *
         * Answers nothing. An import that has not ended is cancelled: its records that were not read
         *     yet are never written, those that were stay. One that has ended stays as it is, and an
         *     unknown id is no error; a malformed one is a 400. Safe to repeat. All of this is assumed.
         */
        delete: operations["cancelImport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the exports
         *
         * The exports of the account, the newest first (assumed), in pages that `links` leads through.
         *     Safe to repeat.
         *
         *     Assumed: 25 exports a page. The vendor's query parameters are not known: follow the links.
         */
        get: operations["listExports"];
        put?: never;
        /**
         * Create an export of contacts or activities
         *
         * The export, queued. Get it until it is `finished`; its `fileUrl` then leads to a ZIP that
         *     holds one CSV file, UTF-8 with a byte order mark. Not safe to repeat: each call queues one
         *     more.
         *
         *     At most 5 exports can be queued (E0301). Activities need `fromDate` and `toDate`, at most 31
         *     days apart. Assumed: for contacts the dates are those of their creation.
         */
        post: operations["createExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/type/data-explorer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an export of a Data Explorer report
         *
         * The export, queued; see the export of contacts. Both days are included (assumed), at most 31
         *     days apart, in the time zone of the account, for which UTC is assumed. Not safe to repeat:
         *     each call queues one more.
         *
         *     The reports of the vendor are made in its panel. Assumed: the reports
         *     `purchases-by-day`, `contacts-by-origin` and `contacts-by-identifier`.
         */
        post: operations["createDataExplorerExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an export by Connectif id
         *
         * The export, with how far it is. Once it is finished, `fileUrl` is a fresh link on each call,
         *     which works for 100 minutes. An unknown id is a 404, a malformed one a 400 (both assumed).
         *     Safe to repeat.
         */
        get: operations["getExport"];
        put?: never;
        post?: never;
        /**
         * Delete an export by Connectif id
         *
         * Answers nothing. The export and its file are gone; when it had not ended, there is room for
         *     another one. An unknown id is no error, a malformed one is a 400. Safe to repeat. All of this
         *     is assumed.
         */
        delete: operations["deleteExport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Format: email
         *
         * An email address. Assumed to be compared without regard to case and outer spaces, and kept as sent.
         * @example ada@example.com
         */
        Email: string;
        /**
         * Identifier that an external source (till, CRM, ERP) gives to a contact: 1 to 50
         *     characters.
         *
         *     Assumed: characters are Unicode code points; blank values, control characters and lone
         *     surrogates are refused, and so are `.` and `..`, which cannot stand in a path; compared
         *     exactly, case and spaces included.
         * @example POS-000123
         */
        ExternalId: string;
        /**
         * Identifier that Connectif gives, 24 hexadecimal characters. The format is assumed from samples.
         * @example 65a000000000000000000001
         */
        ConnectifId: string;
        /**
         * Identifier that the store gives to a purchase: not blank (assumed), without a documented maximum length.
         * @example T-1
         */
        PurchaseId: string;
        /**
         * Identifier that the store gives to a product: not blank (assumed), without a documented maximum length.
         * @example SKU-1
         */
        ProductId: string;
        /**
         * Identifier that the store gives to a cart: not blank (assumed), without a documented maximum length.
         * @example C-1
         */
        CartId: string;
        /**
         * Format: date-time
         *
         * Date and time, ISO 8601 with a time zone. Assumed: no leap second; the time zone is `Z` or has hours and minutes.
         * @example 2026-01-01T00:00:00Z
         */
        DateTime: string;
        /**
         * Format: uri
         *
         * An absolute URL.
         * @example https://shop.example.com/blue-mug
         */
        Url: string;
        /**
         * Phone number in international format. Assumed: 4 to 20 digits after an optional `+`, without spaces.
         * @example +34600000001
         */
        MobilePhone: string;
        /**
         * Whether messages can be sent to a mobile phone.
         * @enum {string}
         */
        MobilePhoneStatus: "active" | "bounced" | "paused";
        /**
         * Whether emails can be sent to an address.
         * @enum {string}
         */
        EmailStatus: "active" | "bounced" | "paused" | "banned";
        /**
         * Whether a contact subscribed; `none` when the contact has not said so yet.
         * @enum {string}
         */
        SubscriptionStatus: "subscribed" | "unsubscribed" | "none";
        /** An amount of money, at least 0 (assumed). The API has no currency field; assumed to be the currency of the account. */
        Amount: number;
        /** A percentage, 0 to 100 (assumed). */
        Percentage: number;
        /** A rating, at least 0 (assumed), on the scale of the store. */
        Rating: number;
        /** A number of units, at least 1 (assumed). */
        Quantity: number;
        /** A number of things, at least 0 (assumed). */
        Count: number;
        /**
         * Identifier of a custom field: a letter, then letters, digits, `-`, `_` and brackets, at most 150 characters; `id` itself is reserved. Assumed: letters are those of ASCII, brackets are `()`, `[]` and `{}`; compared exactly, case included.
         * @example shoe-size
         */
        FieldId: string;
        /**
         * What the values of a field are; CustomFieldValue says how each is written.
         * @enum {string}
         */
        FieldType: "text" | "email" | "phone" | "date" | "integer" | "decimal" | "boolean" | "radio" | "checkbox";
        /**
         * Name for people: not empty (assumed), without a known maximum length.
         * @example Shoe size
         */
        DisplayName: string;
        /**
         * Dialling code of a country, its digits without `+`.
         * @example 34
         */
        CountryCode: string;
        /**
         * Identifier that the account gives to a custom event type. Assumed: letters, digits, `-` and `_`, without a maximum length; compared exactly, case included.
         * @example store-visit
         */
        CustomEventTypeAlias: string;
        /**
         * Which way events go: `receive` for those that come into Connectif (the name is assumed), `send` for those that Connectif posts to a webhook.
         * @enum {string}
         */
        CustomEventTypeCategory: "receive" | "send";
        /** Value of a custom field: a string for text, email, date, radio and phone; a number for decimal and integer; a boolean for boolean; a list of option ids for checkbox. */
        CustomFieldValue: string | number | boolean | string[];
        /** A contact. Every other key is the id of a custom field that the account declares. Fields that are not set are left out (assumed). */
        Contact: {
            /** Connectif id of the contact. No operation takes it. */
            id: components["schemas"]["ConnectifId"];
            /** Email address; left out when the contact has none. No other contact has it. */
            _email?: components["schemas"]["Email"];
            /** External ID; left out when the contact has none. No other contact has it. */
            _externalId?: components["schemas"]["ExternalId"];
            /** First name. */
            _name?: string;
            /** Surname. */
            _surname?: string;
            /** Date of birth, as a date-time. ISO 8601, with a time zone. */
            _birthdate?: components["schemas"]["DateTime"];
            /** Mobile phone number in international format. */
            _mobilePhone?: components["schemas"]["MobilePhone"];
            /** Whether messages can be sent to the mobile phone. */
            _mobilePhoneStatus?: components["schemas"]["MobilePhoneStatus"];
            /** Whether emails can be sent to the address. */
            _emailStatus?: components["schemas"]["EmailStatus"];
            /** Whether the contact subscribed to the newsletter. */
            _newsletterSubscriptionStatus?: components["schemas"]["SubscriptionStatus"];
            /** Whether the contact subscribed to SMS messages. */
            _smsSubscriptionStatus?: components["schemas"]["SubscriptionStatus"];
            /** Score of the contact, a whole number. */
            _points?: number;
            /** True while the contact has neither an email nor an External ID. */
            _isAnonymous: boolean;
            /** Whether the contact has any web push subscription. */
            _hasPushSubscriptions: boolean;
            /** When the contact was created. ISO 8601, with a time zone. */
            _createdAt: components["schemas"]["DateTime"];
            /** When the contact last changed. ISO 8601, with a time zone. */
            _updatedAt: components["schemas"]["DateTime"];
            /** Date of the first purchase; left out while there is none. ISO 8601, with a time zone. */
            _firstPurchaseDate?: components["schemas"]["DateTime"];
            /** Date of the latest purchase; left out while there is none. ISO 8601, with a time zone. */
            _lastPurchaseDate?: components["schemas"]["DateTime"];
            /** Number of purchases. */
            _totalPurchases: components["schemas"]["Count"];
            /** Sum of `totalPrice` over all purchases. In the currency of the account (assumed). */
            _totalPurchasesAmount: components["schemas"]["Amount"];
            /** `_totalPurchasesAmount` divided by `_totalPurchases`. Assumed to be 0 without purchases. In the currency of the account (assumed). */
            _averagePurchasesAmount: components["schemas"]["Amount"];
            /** Why the latest email bounced; left out when none did. */
            _emailBouncedReason?: string;
            /** When an email last bounced for good. ISO 8601, with a time zone. */
            _emailLastBouncedDate?: components["schemas"]["DateTime"];
            /** When an email last bounced for a passing reason. ISO 8601, with a time zone. */
            _emailLastSoftBounceDate?: components["schemas"]["DateTime"];
            /** Number of soft bounces. */
            _emailSoftBounces?: components["schemas"]["Count"];
            /** When the contact last unsubscribed. ISO 8601, with a time zone. */
            _emailLastUnsubscribedDate?: components["schemas"]["DateTime"];
            /** IP address from which the contact last unsubscribed. */
            _emailLastUnsubscribedIp?: string;
            /** Probability in percent, 0 to 100, that the contact buys no more; the complement of `_pAlive`. Null when the contact has not bought or it is not computed. */
            _churnRate: number | null;
            /** Probability in percent that the contact buys again (the 0 to 100 scale is assumed from `_churnRate`). Null when the contact has not bought or it is not computed. */
            _pAlive: number | null;
            /** Customer lifetime value, an amount of money. Null when not computed (assumed, as for `_churnRate`). */
            _clv: number | null;
            /** Number of purchases expected. Null when not computed (assumed, as for `_churnRate`). */
            _expectedPurchases: number | null;
            /** Recency class of the RFM model. Null when not computed (assumed). */
            _recency: string | null;
            /** Frequency class of the RFM model. Null when not computed (assumed). */
            _frequency: string | null;
            /** Monetary class of the RFM model. Null when not computed (assumed). */
            _monetary: string | null;
            /** RFM segment. Null when not computed (assumed). */
            _rfm: string | null;
        };
        /** Fields to change of a contact, on the older path: neither identifier is among them. Every other key is the id of a custom field that the account declares. */
        ContactPatch: {
            /** First name. */
            _name?: string;
            /** Surname. */
            _surname?: string;
            /** Date of birth, as a date-time. ISO 8601, with a time zone. */
            _birthdate?: components["schemas"]["DateTime"];
            /** Mobile phone number in international format. */
            _mobilePhone?: components["schemas"]["MobilePhone"];
            /** Whether messages can be sent to the mobile phone. */
            _mobilePhoneStatus?: components["schemas"]["MobilePhoneStatus"];
            /** Whether emails can be sent to the address. */
            _emailStatus?: components["schemas"]["EmailStatus"];
            /** Whether the contact subscribed to the newsletter. */
            _newsletterSubscriptionStatus?: components["schemas"]["SubscriptionStatus"];
            /** Whether the contact subscribed to SMS messages. */
            _smsSubscriptionStatus?: components["schemas"]["SubscriptionStatus"];
            /** Score of the contact, a whole number. */
            _points?: number;
        };
        /** Fields to change of a contact that is addressed by email. Every other key is the id of a custom field that the account declares. The vendor lists custom fields for `ContactPatch` only; here they are assumed. */
        ContactPatchByEmail: {
            /** External ID, one of the two identifiers. Another contact must not have it; a contact has at most one. */
            _externalId?: components["schemas"]["ExternalId"];
            /** First name. */
            _name?: string;
            /** Surname. */
            _surname?: string;
            /** Date of birth, as a date-time. ISO 8601, with a time zone. */
            _birthdate?: components["schemas"]["DateTime"];
            /** Mobile phone number in international format. */
            _mobilePhone?: components["schemas"]["MobilePhone"];
            /** Whether messages can be sent to the mobile phone. */
            _mobilePhoneStatus?: components["schemas"]["MobilePhoneStatus"];
            /** Whether emails can be sent to the address. */
            _emailStatus?: components["schemas"]["EmailStatus"];
            /** Whether the contact subscribed to the newsletter. */
            _newsletterSubscriptionStatus?: components["schemas"]["SubscriptionStatus"];
            /** Whether the contact subscribed to SMS messages. */
            _smsSubscriptionStatus?: components["schemas"]["SubscriptionStatus"];
            /** Score of the contact, a whole number. */
            _points?: number;
        };
        /** Fields to change of a contact that is addressed by External ID. Every other key is the id of a custom field that the account declares. The vendor lists custom fields for `ContactPatch` only; here they are assumed. */
        ContactPatchByExternalId: {
            /** Email address, one of the two identifiers. Another contact must not have it. */
            _email?: components["schemas"]["Email"];
            /** First name. */
            _name?: string;
            /** Surname. */
            _surname?: string;
            /** Date of birth, as a date-time. ISO 8601, with a time zone. */
            _birthdate?: components["schemas"]["DateTime"];
            /** Mobile phone number in international format. */
            _mobilePhone?: components["schemas"]["MobilePhone"];
            /** Whether messages can be sent to the mobile phone. */
            _mobilePhoneStatus?: components["schemas"]["MobilePhoneStatus"];
            /** Whether emails can be sent to the address. */
            _emailStatus?: components["schemas"]["EmailStatus"];
            /** Whether the contact subscribed to the newsletter. */
            _newsletterSubscriptionStatus?: components["schemas"]["SubscriptionStatus"];
            /** Whether the contact subscribed to SMS messages. */
            _smsSubscriptionStatus?: components["schemas"]["SubscriptionStatus"];
            /** Score of the contact, a whole number. */
            _points?: number;
        };
        /** A purchase to create. The contact is named by `contactEmail` or `contactExternalId`. */
        PurchaseCreation: {
            /** Identifier of the purchase in the store. Assumed to be unique. */
            purchaseId: components["schemas"]["PurchaseId"];
            /** Identifier of the cart in the store; marks that cart as bought, so that it does not count as abandoned. Required, as the vendor does not mark it optional. */
            cartId: components["schemas"]["CartId"];
            /** Email of the contact, which must exist. */
            contactEmail?: components["schemas"]["Email"];
            /** External ID of the contact, which must exist. */
            contactExternalId?: components["schemas"]["ExternalId"];
            /** How it was paid, in the words of the store. */
            paymentMethod?: string;
            /** When it was bought. ISO 8601, with a time zone. */
            purchaseDate: components["schemas"]["DateTime"];
            /** Price of the whole purchase. Not checked against the products. In the currency of the account (assumed). */
            totalPrice: components["schemas"]["Amount"];
            /** Units in the whole purchase, counting each: 3 of one product and 7 of another are 10. Not checked. */
            totalQuantity: components["schemas"]["Quantity"];
            /** What was bought, at least one product; every one must be in the catalogue. No maximum is documented. */
            products: components["schemas"]["PurchaseProductCreation"][];
        };
        /** A product of a purchase to create. Which fields are required is assumed. */
        PurchaseProductCreation: {
            /** Identifier of the product in the store. */
            productId: components["schemas"]["ProductId"];
            /** Name of the product. */
            name: string;
            /** Address of the product page, in a domain authorised for the account. */
            productDetailUrl: components["schemas"]["Url"];
            /** Units bought, at least 1. */
            quantity: components["schemas"]["Quantity"];
            /** Price of the whole line, usually `unitPrice` times `quantity`. Not checked. In the currency of the account (assumed). */
            price: components["schemas"]["Amount"];
            /** Price of one unit. In the currency of the account (assumed). */
            unitPrice: components["schemas"]["Amount"];
            /** Price of one unit before any discount. In the currency of the account (assumed). */
            unitPriceOriginal?: components["schemas"]["Amount"];
            /** Price of one unit without VAT. In the currency of the account (assumed). */
            unitPriceWithoutVAT?: components["schemas"]["Amount"];
            /** Discount, as an amount. In the currency of the account (assumed). */
            discountedAmount?: components["schemas"]["Amount"];
            /** Discount, in percent, 0 to 100. */
            discountedPercentage?: components["schemas"]["Percentage"];
            /** Description of the product. */
            description?: string;
            /** Brand of the product. */
            brand?: string;
            /** Categories; a `/` separates a category from its sub-category. */
            categories?: string[];
            /** Tags of the product. */
            tags?: string[];
            /** Address of the image. */
            imageUrl?: components["schemas"]["Url"];
            /** Address of the thumbnail. */
            thumbnailUrl?: components["schemas"]["Url"];
            /** When the product was published. ISO 8601, with a time zone. */
            publishedAt?: components["schemas"]["DateTime"];
            /** Average rating, on the scale of the store. */
            rating?: components["schemas"]["Rating"];
            /** Number of ratings. */
            ratingCount?: components["schemas"]["Count"];
            /** Number of reviews. */
            reviewCount?: components["schemas"]["Count"];
            /** First free field of the store. */
            customField1?: string;
            /** Second free field of the store. */
            customField2?: string;
            /** Third free field of the store. */
            customField3?: string;
        };
        /** A purchase. */
        Purchase: {
            /** Connectif id of the purchase. */
            id: components["schemas"]["ConnectifId"];
            /** Identifier of the purchase in the store. */
            purchaseId: components["schemas"]["PurchaseId"];
            /** Identifier of the cart in the store. Always there, as a creation requires it. */
            cartId: components["schemas"]["CartId"];
            /** Email of the contact; left out when it has none, or was deleted (assumed). */
            contactEmail?: components["schemas"]["Email"];
            /** Connectif id of the contact; left out when it was deleted (assumed). */
            contactId?: components["schemas"]["ConnectifId"];
            /** How it was paid, in the words of the store. */
            paymentMethod?: string;
            /** When it was bought. ISO 8601, with a time zone. */
            purchaseDate: components["schemas"]["DateTime"];
            /** Price of the whole purchase. In the currency of the account (assumed). */
            totalPrice: components["schemas"]["Amount"];
            /** Units in the whole purchase. */
            totalQuantity: components["schemas"]["Quantity"];
            /** What was bought. */
            products: components["schemas"]["PurchaseProduct"][];
            /** When the purchase was created in Connectif. ISO 8601, with a time zone. */
            createdAt: components["schemas"]["DateTime"];
            /** When the purchase last changed in Connectif. ISO 8601, with a time zone. */
            updatedAt: components["schemas"]["DateTime"];
        };
        /** A product of a purchase, as it was bought. Its URLs are plain strings, as the vendor types them. */
        PurchaseProduct: {
            /** Connectif id of the product (assumed). */
            id: components["schemas"]["ConnectifId"];
            /** Identifier of the product in the store. */
            productId: components["schemas"]["ProductId"];
            /** Name of the product. */
            name: string;
            /** Address of the product page, in a domain authorised for the account. */
            productDetailUrl: string;
            /** Units bought, at least 1. */
            quantity: components["schemas"]["Quantity"];
            /** Price of the whole line, usually `unitPrice` times `quantity`. Not checked. In the currency of the account (assumed). */
            price: components["schemas"]["Amount"];
            /** Price of one unit. In the currency of the account (assumed). */
            unitPrice: components["schemas"]["Amount"];
            /** Price of one unit before any discount. In the currency of the account (assumed). */
            unitPriceOriginal?: components["schemas"]["Amount"];
            /** Price of one unit without VAT. In the currency of the account (assumed). */
            unitPriceWithoutVAT?: components["schemas"]["Amount"];
            /** Discount, as an amount. In the currency of the account (assumed). */
            discountedAmount?: components["schemas"]["Amount"];
            /** Discount, in percent, 0 to 100. */
            discountedPercentage?: components["schemas"]["Percentage"];
            /** Description of the product. */
            description?: string;
            /** Brand of the product. */
            brand?: string;
            /** Categories; a `/` separates a category from its sub-category. */
            categories?: string[];
            /** Tags of the product. */
            tags?: string[];
            /** Address of the image. */
            imageUrl?: string;
            /** Address of the thumbnail. */
            thumbnailUrl?: string;
            /** When the product was published. ISO 8601, with a time zone. */
            publishedAt?: components["schemas"]["DateTime"];
            /** Average rating, on the scale of the store. */
            rating?: components["schemas"]["Rating"];
            /** Number of ratings. */
            ratingCount?: components["schemas"]["Count"];
            /** Number of reviews. */
            reviewCount?: components["schemas"]["Count"];
            /** First free field of the store. */
            customField1?: string;
            /** Second free field of the store. */
            customField2?: string;
            /** Third free field of the store. */
            customField3?: string;
        };
        /** A product to create, or its new values. Which fields are required is assumed. */
        ProductCreation: {
            /** Name of the product. */
            name: string;
            /** Address of the product page, in a domain authorised for the account. */
            productDetailUrl: components["schemas"]["Url"];
            /** Price of one unit. In the currency of the account (assumed). */
            unitPrice: components["schemas"]["Amount"];
            /**
             * Whether the product can be bought; `instock` when a creation leaves it out.
             * @default instock
             * @enum {string}
             */
            availability?: "instock" | "outofstock";
            /** Price of one unit before any discount. In the currency of the account (assumed). */
            unitPriceOriginal?: components["schemas"]["Amount"];
            /** Price of one unit without VAT. In the currency of the account (assumed). */
            unitPriceWithoutVAT?: components["schemas"]["Amount"];
            /** Discount, as an amount. In the currency of the account (assumed). */
            discountedAmount?: components["schemas"]["Amount"];
            /** Discount, in percent, 0 to 100. */
            discountedPercentage?: components["schemas"]["Percentage"];
            /** Description of the product. */
            description?: string;
            /** Brand of the product. */
            brand?: string;
            /** Categories; a `/` separates a category from its sub-category. */
            categories?: string[];
            /** Tags of the product. */
            tags?: string[];
            /** Address of the image. */
            imageUrl?: components["schemas"]["Url"];
            /** Address of the thumbnail. */
            thumbnailUrl?: components["schemas"]["Url"];
            /** When the product was published. ISO 8601, with a time zone. */
            publishedAt?: components["schemas"]["DateTime"];
            /** Average rating, on the scale of the store. */
            rating?: components["schemas"]["Rating"];
            /** Number of ratings. */
            ratingCount?: components["schemas"]["Count"];
            /** Number of reviews. */
            reviewCount?: components["schemas"]["Count"];
            /** First free field of the store. */
            customField1?: string;
            /** Second free field of the store. */
            customField2?: string;
            /** Third free field of the store. */
            customField3?: string;
            /** Units in stock. */
            inStockUnits?: number;
            /** Whether the product is kept from being recommended (assumed). */
            isBlacklisted?: boolean;
            /** Priority of the product among others, a whole number. */
            priority?: number;
            /** Identifiers in the store of related products. */
            relatedExternalProductIds?: components["schemas"]["ProductId"][];
        };
        /** A product of the catalogue. Which fields are always there is assumed. */
        Product: {
            /** Connectif id of the product. */
            id: components["schemas"]["ConnectifId"];
            /** Identifier of the product in the store. */
            productId: components["schemas"]["ProductId"];
            /** Name of the product. */
            name: string;
            /** Address of the product page, in a domain authorised for the account. */
            productDetailUrl: components["schemas"]["Url"];
            /** Price of one unit. In the currency of the account (assumed). */
            unitPrice: components["schemas"]["Amount"];
            /**
             * Whether the product can be bought; the last two cannot be written.
             * @enum {string}
             */
            availability: "instock" | "outofstock" | "unverified" | "discontinued";
            /** Price of one unit before any discount. In the currency of the account (assumed). */
            unitPriceOriginal?: components["schemas"]["Amount"];
            /** Price of one unit without VAT. In the currency of the account (assumed). */
            unitPriceWithoutVAT?: components["schemas"]["Amount"];
            /** Discount, as an amount. In the currency of the account (assumed). */
            discountedAmount?: components["schemas"]["Amount"];
            /** Discount, in percent, 0 to 100. */
            discountedPercentage?: components["schemas"]["Percentage"];
            /** Description of the product. */
            description?: string;
            /** Brand of the product. */
            brand?: string;
            /** Categories; a `/` separates a category from its sub-category. */
            categories?: string[];
            /** Tags of the product. */
            tags?: string[];
            /** Address of the image. */
            imageUrl?: components["schemas"]["Url"];
            /** Address of the thumbnail. */
            thumbnailUrl?: components["schemas"]["Url"];
            /** When the product was published. ISO 8601, with a time zone. */
            publishedAt?: components["schemas"]["DateTime"];
            /** Average rating, on the scale of the store. */
            rating?: components["schemas"]["Rating"];
            /** Number of ratings. */
            ratingCount?: components["schemas"]["Count"];
            /** Number of reviews. */
            reviewCount?: components["schemas"]["Count"];
            /** First free field of the store. */
            customField1?: string;
            /** Second free field of the store. */
            customField2?: string;
            /** Third free field of the store. */
            customField3?: string;
            /** Units in stock. */
            inStockUnits?: number;
            /** Whether the product is kept from being recommended (assumed). */
            isBlacklisted?: boolean;
            /** Priority of the product among others, a whole number. */
            priority?: number;
            /** Identifiers in the store of related products. */
            relatedExternalProductIds?: components["schemas"]["ProductId"][];
            /** When the product was created in Connectif. ISO 8601, with a time zone. */
            createdAt: components["schemas"]["DateTime"];
            /** When the product last changed in Connectif. ISO 8601, with a time zone. */
            updatedAt: components["schemas"]["DateTime"];
        };
        /** An option of a radio or checkbox field. */
        ContactFieldOption: {
            /** What contacts have as the value. No other option of the field has it. */
            id: string;
            /** Name of the option, for people. */
            label: string;
        };
        /**
         * A custom field of contacts to create. What goes with what:
         *
         *     | Type | Has to have | May have |
         *     |---|---|---|
         *     | `text` | | `maxLength` |
         *     | `phone` | `defaultCountryCode` | |
         *     | `date` | | `minDate`, `maxDate` |
         *     | `integer`, `decimal` | | `minValue`, `maxValue` |
         *     | `radio`, `checkbox` | `options` | |
         *
         *     What goes with another type is refused: documented for `maxLength` and
         *     `defaultCountryCode`, assumed for the rest.
         */
        ContactFieldCreate: {
            /** Key of the field in a contact. No other field has it (assumed). */
            id: components["schemas"]["FieldId"];
            /** Name of the field, for people. */
            name: components["schemas"]["DisplayName"];
            /** What the values of the field are. */
            type: components["schemas"]["FieldType"];
            /**
             * Whether every contact has a value. Needs a `defaultValue`, but for email and phone.
             * @default false
             */
            required?: boolean;
            /** Value of contacts that were given none (assumed). Compulsory when the field is `required`, but for email and phone, which cannot have one (assumed: they can be required all the same). Has to fit the type and the limits of the field: option ids for radio and checkbox, not an empty string for a required text. */
            defaultValue?: components["schemas"]["CustomFieldValue"];
            /** The options of a radio or checkbox field, at least one (assumed), each with another id (assumed). */
            options?: components["schemas"]["ContactFieldOption"][];
            /** Dialling code of numbers that come without one, such as `34`; always and only for phone. */
            defaultCountryCode?: components["schemas"]["CountryCode"];
            /**
             * Format: date
             *
             * First date allowed, in UTC and without a time; only for date.
             */
            minDate?: string;
            /**
             * Format: date
             *
             * Last date allowed, in UTC and without a time; not before `minDate`.
             */
            maxDate?: string;
            /** Least value allowed; only for integer and decimal (assumed). */
            minValue?: number;
            /** Greatest value allowed; only for integer and decimal (assumed), not less than `minValue` (assumed). */
            maxValue?: number;
            /** Most characters that a value may have, at least 1; only for text. How great it may be is unknown. */
            maxLength?: number;
        };
        /** A custom field of contacts. Assumed to be as it was created: what was left out is left out here. */
        ContactField: {
            /** Key of the field in a contact. */
            id: components["schemas"]["FieldId"];
            /** Name of the field, for people. */
            name: components["schemas"]["DisplayName"];
            /** What the values of the field are. */
            type: components["schemas"]["FieldType"];
            /** Whether every contact has a value. */
            required?: boolean;
            /** Value of contacts that were given none. */
            defaultValue?: components["schemas"]["CustomFieldValue"];
            /** The options of a radio or checkbox field. */
            options?: components["schemas"]["ContactFieldOption"][];
            /** Dialling code of numbers that come without one, such as `34`. */
            defaultCountryCode?: components["schemas"]["CountryCode"];
            /**
             * Format: date
             *
             * First date allowed, in UTC and without a time.
             */
            minDate?: string;
            /**
             * Format: date
             *
             * Last date allowed, in UTC and without a time.
             */
            maxDate?: string;
            /** Least value allowed. */
            minValue?: number;
            /** Greatest value allowed. */
            maxValue?: number;
            /** Most characters that a value may have. */
            maxLength?: number;
        };
        /** A custom event: values by the ids of the fields that its type has. The primary key, an email, and every required field must be there; values fit the type of their field as those of contact fields do. Assumed: a key that is not a field of the type is refused. */
        CustomEvent: {
            [key: string]: unknown;
        };
        /** What the creation of a custom event answers. The vendor names it only. */
        CreateCustomEventResponse: {
            /** Connectif id of the event. No operation takes it. */
            id: components["schemas"]["ConnectifId"];
        };
        /** A field of a custom event. Its properties are assumed. Options are not among them, so radio and checkbox fields take any option id. */
        CustomEventField: {
            /** Key of the field in an event. No other field of the type has it. */
            id: components["schemas"]["FieldId"];
            /** Name of the field, for people. */
            name: components["schemas"]["DisplayName"];
            /** What the values of the field are; the same types as for contacts. */
            type: components["schemas"]["FieldType"];
            /**
             * Whether every event has a value. The primary key has one in any case.
             * @default false
             */
            required?: boolean;
        };
        /** A custom event type to create. That the primary key is a field of type email is documented; the rest is assumed. */
        CustomEventTypeCreate: {
            /** What events name the type by. No other type has it. */
            alias: components["schemas"]["CustomEventTypeAlias"];
            /** Name of the type, for people. */
            name: components["schemas"]["DisplayName"];
            /**
             * Which way events go. The address of a webhook is not described here.
             * @default receive
             */
            category?: components["schemas"]["CustomEventTypeCategory"];
            /** The fields of an event, the primary key among them. */
            fields: components["schemas"]["CustomEventField"][];
            /** Id of the field that says whose event it is. It must be of type email, so an External ID cannot be one. */
            primaryKey: components["schemas"]["FieldId"];
        };
        /** A custom event type. Its properties are assumed. */
        CustomEventType: {
            /** Connectif id of the type. */
            id: components["schemas"]["ConnectifId"];
            /** What events name the type by. */
            alias: components["schemas"]["CustomEventTypeAlias"];
            /** Name of the type, for people. */
            name: components["schemas"]["DisplayName"];
            /** Which way events go. */
            category: components["schemas"]["CustomEventTypeCategory"];
            /** The fields of an event, the primary key among them. */
            fields: components["schemas"]["CustomEventField"][];
            /** Id of the field of type email that says whose event it is. */
            primaryKey: components["schemas"]["FieldId"];
        };
        /**
         * Number of a page, from 1.
         * @example 2
         */
        PageNumber: string;
        /**
         * How far an import or an export is. `finished`, `error` and `cancelled` are final.
         * @enum {string}
         */
        JobStatus: "queued" | "inProgress" | "finished" | "error" | "cancelled";
        /**
         * Whether it was created by the API or in the panel.
         * @enum {string}
         */
        JobOrigin: "api" | "app";
        /**
         * What is between the values of a line.
         * @enum {string}
         */
        Delimiter: "," | ";";
        /**
         * What the records of the file are.
         * @enum {string}
         */
        ImportType: "contacts" | "products" | "coupons";
        /** A file to import, with its options. In multipart, booleans are the texts `true` and `false`. */
        ImportCreation: {
            /** What the records are. */
            type: components["schemas"]["ImportType"];
            /** What is between the values of a line. */
            delimiter: components["schemas"]["Delimiter"];
            /** Whether records change what exists. When false, a record of something that exists is an error (assumed). */
            overrideExisting: boolean;
            /** Whether records write only into fields that have no value. True only together with `overrideExisting`. */
            updateOnlyEmptyFields: boolean;
            /** The coupon set that coupons are added to; for coupons, and always for them. */
            couponSetId?: string;
            /**
             * Format: binary
             *
             * CSV, UTF-8, at most 50 MB. The first line has the ids of the fields; columns with other names are not imported. Dates are `yyyy-mm-dd`, the options of a checkbox have `|` between them, a radio has the id of its option. Coupons have the one column `code`.
             */
            file: string;
        };
        /** How an import was asked for. */
        ImportOptions: {
            /** What is between the values of a line. */
            delimiter: components["schemas"]["Delimiter"];
            /** Whether records change what exists. */
            overrideExisting: boolean;
            /** Whether records write only into fields that have no value. */
            updateOnlyEmptyFields: boolean;
            /** The coupon set that coupons are added to. */
            couponSetId?: string;
        };
        /** An import, and how far it is. */
        Import: {
            /** Connectif id of the import. */
            id: components["schemas"]["ConnectifId"];
            /** What the records are. */
            type: components["schemas"]["ImportType"];
            /** How far it is. */
            status: components["schemas"]["JobStatus"];
            /** How many records the file has. */
            total: number;
            /** How many records were imported. */
            success: number;
            /** How many records were refused. */
            errors: number;
            /** Where the records that were refused can be downloaded, with the reasons, as CSV. The columns of that file are assumed. */
            errorReportFileUrl?: components["schemas"]["Url"];
            /** Where it was created. */
            origin: components["schemas"]["JobOrigin"];
            /** How it was asked for. */
            options: components["schemas"]["ImportOptions"];
            /** When it was queued. ISO 8601, with a time zone. */
            createdAt: components["schemas"]["DateTime"];
            /** When its first record was read. ISO 8601, with a time zone. */
            startedAt?: components["schemas"]["DateTime"];
            /** When it ended by itself. ISO 8601, with a time zone. */
            finishedAt?: components["schemas"]["DateTime"];
            /** When it was cancelled. ISO 8601, with a time zone. */
            cancelledAt?: components["schemas"]["DateTime"];
        };
        /** Where the pages beside this one are. */
        PageLinks: {
            /** The next page; left out on the last one. */
            next?: components["schemas"]["Url"];
            /** The page before; left out on the first one (assumed). */
            prev?: components["schemas"]["Url"];
        };
        /** A page of imports. */
        ImportList: {
            /** The pages beside this one. */
            links: components["schemas"]["PageLinks"];
            /** The imports of this page. */
            results: components["schemas"]["Import"][];
        };
        /**
         * Which columns the file has. From `v4` on, merges say which contact was merged, and purchases have columns of attribution; from `v5` on, contacts have the origin of their creation and dates of subscription. The others are not documented; public clients ask for `v6`, which is assumed to be as `v5`.
         * @default v1
         * @enum {string}
         */
        ExportVersion: "v1" | "v2" | "v3" | "v4" | "v5" | "v6";
        /**
         * How dates are written. Assumed: as ISO 8601, `01/31/2026`, `January 31, 2026`, and `January 31, 2026 9:30 AM`.
         * @enum {string}
         */
        DateFormat: "ISO" | "L" | "LL" | "LLL";
        /**
         * What happened. `contact-created`, `contact-merged` and `purchase` are documented; the list is not.
         * @example purchase
         * @example contact-merged
         */
        ActivityType: string;
        /** What is exported. */
        ExportFilters: {
            /** The segment that the contacts are in. */
            segmentId?: string;
            /** What happened; for activities only. */
            activityTypes?: components["schemas"]["ActivityType"][];
            /** The first moment; compulsory for activities. ISO 8601, with a time zone. */
            fromDate?: components["schemas"]["DateTime"];
            /** The last moment, at most 31 days later; compulsory for activities. ISO 8601, with a time zone. */
            toDate?: components["schemas"]["DateTime"];
        };
        /** An export of contacts or activities to create. */
        ExportCreation: {
            /**
             * What the file holds.
             * @enum {string}
             */
            exportType: "contacts" | "activities";
            /** What is between the values of a line. */
            delimiter: components["schemas"]["Delimiter"];
            /** How dates are written. */
            dateFormat: components["schemas"]["DateFormat"];
            /** What is exported. */
            filters?: components["schemas"]["ExportFilters"];
            /** Which columns the file has. */
            version?: components["schemas"]["ExportVersion"];
        };
        /**
         * Format: date
         *
         * A day, `YYYY-MM-DD`.
         * @example 2026-01-31
         */
        Day: string;
        /** The report, and the days that it covers. */
        DataExplorerFilters: {
            /** Id of the report. */
            reportId: string;
            /** The first day. */
            fromDate: components["schemas"]["Day"];
            /** The last day, at most 31 days later. */
            toDate: components["schemas"]["Day"];
        };
        /** An export of a Data Explorer report to create. */
        DataExplorerExportCreation: {
            /** What is between the values of a line. */
            delimiter: components["schemas"]["Delimiter"];
            /** What is exported. */
            filters: components["schemas"]["DataExplorerFilters"];
        };
        /** What an export was asked for. */
        ExportedFilters: {
            /** The segment that the contacts are in. */
            segmentId?: string;
            /** What happened. */
            activityTypes?: components["schemas"]["ActivityType"][];
            /** Id of the Data Explorer report. */
            reportId?: string;
            /** The first moment, or the first day of a report. */
            fromDate?: string;
            /** The last moment, or the last day of a report. */
            toDate?: string;
        };
        /** An export, and how far it is. */
        Export: {
            /** Connectif id of the export. */
            id: components["schemas"]["ConnectifId"];
            /**
             * What the file holds. The API creates the first three only.
             * @enum {string}
             */
            exportType: "contacts" | "activities" | "data-explorer" | "banner-stats" | "form-stats" | "modal-stats" | "push-stats" | "webhooks-execution-logs";
            /** How far it is. */
            status: components["schemas"]["JobStatus"];
            /** How many records the file has; 0 while it is queued (assumed). */
            total: number;
            /** How many of them have been written, as public clients read it. */
            progress: number;
            /** Where it was created. */
            origin: components["schemas"]["JobOrigin"];
            /** What is between the values of a line. */
            delimiter: components["schemas"]["Delimiter"];
            /** How dates are written. */
            dateFormat?: components["schemas"]["DateFormat"];
            /** What is exported. */
            filters?: components["schemas"]["ExportedFilters"];
            /** Which columns the file has. */
            version?: components["schemas"]["ExportVersion"];
            /** When it was queued. ISO 8601, with a time zone. */
            createdAt: components["schemas"]["DateTime"];
            /** When its first record was written (assumed). ISO 8601, with a time zone. */
            startedAt?: components["schemas"]["DateTime"];
            /** When the file was complete. ISO 8601, with a time zone. */
            finishedAt?: components["schemas"]["DateTime"];
            /** Name of the file, without the extension (assumed). */
            fileName?: string;
            /**
             * Extension of the file.
             * @example zip
             */
            fileExtension?: string;
            /** Where the file can be downloaded, without the API key; only when finished. Works for 100 minutes. */
            fileUrl?: components["schemas"]["Url"];
        };
        /** A page of exports. */
        ExportList: {
            /** The pages beside this one. */
            links: components["schemas"]["PageLinks"];
            /** The exports of this page. */
            results: components["schemas"]["Export"][];
        };
        /** Why a request was refused. A custom error has a `code`, always comes with status 400, and may have further fields. */
        HttpError: {
            /** The HTTP status. */
            status: number;
            /** The name of the HTTP status. */
            title: string;
            /** What is wrong, for people. The wording may change. */
            detail: string;
            /**
             * Code of a custom error, `E` and four digits; left out for any other.
             * @example E0101
             */
            code?: string;
            /** With E0102 and E0103, the product ids that are wrong. A sample of the vendor spells it `productsId`. */
            productIds?: string[];
            /** With E0103 and E0201, the domains that are authorised. */
            allowedDomains?: string[];
        };
        /** Why a body was refused, field by field. */
        HttpUnprocessableEntityError: {
            /**
             * The HTTP status, 422.
             * @constant
             */
            status: 422;
            /** The name of the HTTP status. */
            title: string;
            /** What is wrong, for people. The wording may change. */
            detail: string;
            /** The fields that are wrong. Clients in use guard against its absence, so it is optional. */
            validationErrors?: components["schemas"]["ValidationError"][];
        };
        /** One field that is wrong. */
        ValidationError: {
            /**
             * Where the field is in the body. The notation inside lists is assumed.
             * @example _externalId
             * @example products[0].quantity
             */
            path: string;
            /** What is wrong with it, for people. The wording may change. */
            reason: string;
        };
    };
    responses: {
        /** The whole contact. */
        Contact: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Contact"];
            };
        };
        /** The whole purchase. */
        Purchase: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Purchase"];
            };
        };
        /** The purchase was created. */
        PurchaseCreated: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Purchase"];
            };
        };
        /** The whole product. */
        Product: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Product"];
            };
        };
        /** Every custom field. The shape of the list is assumed. */
        ContactFields: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ContactField"][];
            };
        };
        /** The whole field. */
        ContactField: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ContactField"];
            };
        };
        /** The field was created. */
        ContactFieldCreated: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ContactField"];
            };
        };
        /** The event was recorded. The shape of the answer is assumed. */
        CustomEventCreated: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CreateCustomEventResponse"];
            };
        };
        /** Every custom event type. The shape of the list is assumed. */
        CustomEventTypes: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CustomEventType"][];
            };
        };
        /** The whole custom event type. */
        CustomEventType: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CustomEventType"];
            };
        };
        /** The custom event type was created. */
        CustomEventTypeCreated: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CustomEventType"];
            };
        };
        /** Done. The answer has no body. */
        NoContent: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** The email or External ID in the path is not valid. */
        InvalidContactAddress: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpError"];
            };
        };
        /** The email or External ID in the path is not valid, or the body is not JSON. */
        InvalidContactRequest: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpError"];
            };
        };
        /** The Connectif id in the path is malformed. */
        InvalidConnectifId: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpError"];
            };
        };
        /** The purchase id or product id in the path is blank. */
        InvalidStoreId: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpError"];
            };
        };
        /** The contact or a product does not exist, a domain is not authorised (see `code`), the query is not valid, or the body is not JSON. */
        RefusedPurchase: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpError"];
            };
        };
        /** The domain of the product page is not authorised (see `code`), the product id in the path is blank, or the body is not JSON. */
        RefusedProduct: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpError"];
            };
        };
        /** The body is not JSON. */
        InvalidBody: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpError"];
            };
        };
        /** The id in the path is not one that a custom field can have. */
        InvalidContactFieldId: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpError"];
            };
        };
        /** The contact does not exist (see `code`), the alias or id in the path is malformed, the query is not valid, or the body is not JSON. */
        RefusedCustomEvent: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpError"];
            };
        };
        /** The API key is missing or unknown. The answer has no body. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** The API key lacks the scope of this operation, or the account is blocked. */
        Forbidden: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpError"];
            };
        };
        /** No contact has this email or External ID. */
        ContactNotFound: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpError"];
            };
        };
        /** No purchase has this id. */
        PurchaseNotFound: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpError"];
            };
        };
        /** No product has this id. */
        ProductNotFound: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpError"];
            };
        };
        /** No custom field has this id. */
        ContactFieldNotFound: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpError"];
            };
        };
        /** No custom event type has this alias or id. */
        CustomEventTypeNotFound: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpError"];
            };
        };
        /** A page of the imports. */
        Imports: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ImportList"];
            };
        };
        /** The import. */
        Import: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Import"];
            };
        };
        /** The import was queued. */
        ImportCreated: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Import"];
            };
        };
        /** A page of the exports. */
        Exports: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ExportList"];
            };
        };
        /** The export. */
        Export: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Export"];
            };
        };
        /** The export was queued. */
        ExportCreated: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Export"];
            };
        };
        /** The number of the page is not valid. */
        InvalidPage: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpError"];
            };
        };
        /** Too many imports are queued (E0401), or the body is not the multipart that it says. */
        RefusedImport: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpError"];
            };
        };
        /** Too many exports are queued (E0301), or the body is not JSON. */
        RefusedExport: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpError"];
            };
        };
        /** No import has this id. */
        ImportNotFound: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpError"];
            };
        };
        /** No export has this id. */
        ExportNotFound: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpError"];
            };
        };
        /** The content type is not multipart/form-data. */
        NotMultipart: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpError"];
            };
        };
        /** An option or the file is not valid. Nothing was queued. */
        UnprocessableImport: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpUnprocessableEntityError"];
            };
        };
        /** A property is not valid. Nothing was queued. */
        UnprocessableExport: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpUnprocessableEntityError"];
            };
        };
        /** The body has more than 50 MB, taken as 50 000 000 bytes. Documented for custom events, assumed for other operations. */
        PayloadTooLarge: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpError"];
            };
        };
        /** The content type is missing or not JSON. Documented for other operations, assumed for these. */
        UnsupportedMediaType: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpError"];
            };
        };
        /** A field is not valid, or an identifier belongs to another contact. Nothing was written. */
        UnprocessableContact: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpUnprocessableEntityError"];
            };
        };
        /** A field is not valid, the contact is not named rightly, or the purchase id is taken. Nothing was written. */
        UnprocessablePurchase: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpUnprocessableEntityError"];
            };
        };
        /** A field is not valid. Nothing was written. */
        UnprocessableProduct: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpUnprocessableEntityError"];
            };
        };
        /** A property is not valid or does not go with the type, or the id is taken. Nothing was written. */
        UnprocessableContactField: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpUnprocessableEntityError"];
            };
        };
        /** A field is not valid, or not one of the type. Nothing was written. */
        UnprocessableCustomEvent: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpUnprocessableEntityError"];
            };
        };
        /** A property is not valid, or the alias is taken. Nothing was written. */
        UnprocessableCustomEventType: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HttpUnprocessableEntityError"];
            };
        };
        /** More requests than the limit allows; wait until `X-RateLimit-Reset`. The answer has no body. */
        TooManyRequests: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content?: never;
        };
    };
    parameters: {
        /**
         * Email of the contact, percent-encoded.
         * @example ada@example.com
         */
        ContactEmail: components["schemas"]["Email"];
        /**
         * External ID of the contact, percent-encoded (`/` as `%2F`), 1 to 50 characters before encoding.
         * @example POS-000123
         */
        ContactExternalId: components["schemas"]["ExternalId"];
        /**
         * Connectif id of the purchase, the `id` of the answer to its creation.
         * @example 65b000000000000000000001
         */
        PurchaseConnectifId: components["schemas"]["ConnectifId"];
        /**
         * Identifier of the purchase in the store, its `purchaseId`, percent-encoded.
         * @example T-1
         */
        PurchaseIdInStore: components["schemas"]["PurchaseId"];
        /**
         * Connectif id of the product.
         * @example 65c000000000000000000001
         */
        ProductConnectifId: components["schemas"]["ConnectifId"];
        /**
         * Identifier of the product in the store, its `productId`, percent-encoded.
         * @example SKU-1
         */
        ProductIdInStore: components["schemas"]["ProductId"];
        /**
         * Whether the purchase starts workflows; when false, no purchase event is recorded. Other effects, such as entering a segment, may follow all the same.
         * @example false
         */
        TriggerPurchaseEvent: boolean;
        /**
         * Id of the custom field, percent-encoded.
         * @example shoe-size
         */
        ContactFieldId: components["schemas"]["FieldId"];
        /**
         * Alias of the custom event type.
         * @example store-visit
         */
        CustomEventTypeAlias: components["schemas"]["CustomEventTypeAlias"];
        /**
         * Connectif id of the custom event type, the `id` of the answer to its creation.
         * @example 65d000000000000000000001
         */
        CustomEventTypeConnectifId: components["schemas"]["ConnectifId"];
        /**
         * Whether the contact is created when none has the email; when false, the event is refused with E0501.
         * @example true
         */
        CreateContact: boolean;
        /**
         * Which page of the list, from 1. Assumed: the vendor's parameters are not known, so leave it to the links.
         * @example 2
         */
        ListPage: components["schemas"]["PageNumber"];
        /**
         * Connectif id of the import, the `id` of the answer to its creation.
         * @example 65b100000000000000000001
         */
        ImportConnectifId: components["schemas"]["ConnectifId"];
        /**
         * Connectif id of the export, the `id` of the answer to its creation.
         * @example 65c100000000000000000001
         */
        ExportConnectifId: components["schemas"]["ConnectifId"];
    };
    requestBodies: never;
    headers: {
        /**
         * Requests that the key may make in a window. 100 a minute is assumed from samples.
         * @example 100
         */
        "X-RateLimit-Limit": number;
        /**
         * Requests left in the running window.
         * @example 98
         */
        "X-RateLimit-Remaining": number;
        /**
         * When the running window ends, in Unix seconds.
         * @example 1580919168
         */
        "X-RateLimit-Reset": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getContactByEmail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Email of the contact, percent-encoded.
                 * @example ada@example.com
                 */
                email: components["parameters"]["ContactEmail"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Contact"];
            400: components["responses"]["InvalidContactAddress"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ContactNotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    deleteContactByEmail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Email of the contact, percent-encoded.
                 * @example ada@example.com
                 */
                email: components["parameters"]["ContactEmail"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidContactAddress"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    upsertContactByEmail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Email of the contact, percent-encoded.
                 * @example ada@example.com
                 */
                email: components["parameters"]["ContactEmail"];
            };
            cookie?: never;
        };
        /** The fields to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactPatchByEmail"];
            };
        };
        responses: {
            200: components["responses"]["Contact"];
            400: components["responses"]["InvalidContactRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContact"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getContactByExternalId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * External ID of the contact, percent-encoded (`/` as `%2F`), 1 to 50 characters before encoding.
                 * @example POS-000123
                 */
                externalId: components["parameters"]["ContactExternalId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Contact"];
            400: components["responses"]["InvalidContactAddress"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ContactNotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    deleteContactByExternalId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * External ID of the contact, percent-encoded (`/` as `%2F`), 1 to 50 characters before encoding.
                 * @example POS-000123
                 */
                externalId: components["parameters"]["ContactExternalId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidContactAddress"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    upsertContactByExternalId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * External ID of the contact, percent-encoded (`/` as `%2F`), 1 to 50 characters before encoding.
                 * @example POS-000123
                 */
                externalId: components["parameters"]["ContactExternalId"];
            };
            cookie?: never;
        };
        /** The fields to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactPatchByExternalId"];
            };
        };
        responses: {
            200: components["responses"]["Contact"];
            400: components["responses"]["InvalidContactRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContact"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Email of the contact, percent-encoded.
                 * @example ada@example.com
                 */
                email: components["parameters"]["ContactEmail"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Contact"];
            400: components["responses"]["InvalidContactAddress"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ContactNotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    upsertContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Email of the contact, percent-encoded.
                 * @example ada@example.com
                 */
                email: components["parameters"]["ContactEmail"];
            };
            cookie?: never;
        };
        /** The fields to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactPatch"];
            };
        };
        responses: {
            200: components["responses"]["Contact"];
            400: components["responses"]["InvalidContactRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContact"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createPurchase: {
        parameters: {
            query?: {
                /**
                 * Whether the purchase starts workflows; when false, no purchase event is recorded. Other effects, such as entering a segment, may follow all the same.
                 * @example false
                 */
                triggerPurchaseEvent?: components["parameters"]["TriggerPurchaseEvent"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The purchase, with at least one product. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PurchaseCreation"];
            };
        };
        responses: {
            201: components["responses"]["PurchaseCreated"];
            400: components["responses"]["RefusedPurchase"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessablePurchase"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getPurchase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Connectif id of the purchase, the `id` of the answer to its creation.
                 * @example 65b000000000000000000001
                 */
                id: components["parameters"]["PurchaseConnectifId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Purchase"];
            400: components["responses"]["InvalidConnectifId"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["PurchaseNotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    deletePurchase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Connectif id of the purchase, the `id` of the answer to its creation.
                 * @example 65b000000000000000000001
                 */
                id: components["parameters"]["PurchaseConnectifId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidConnectifId"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getPurchaseByPurchaseId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of the purchase in the store, its `purchaseId`, percent-encoded.
                 * @example T-1
                 */
                id: components["parameters"]["PurchaseIdInStore"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Purchase"];
            400: components["responses"]["InvalidStoreId"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["PurchaseNotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    deletePurchaseByPurchaseId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of the purchase in the store, its `purchaseId`, percent-encoded.
                 * @example T-1
                 */
                id: components["parameters"]["PurchaseIdInStore"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidStoreId"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getProductByProductId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of the product in the store, its `productId`, percent-encoded.
                 * @example SKU-1
                 */
                id: components["parameters"]["ProductIdInStore"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Product"];
            400: components["responses"]["InvalidStoreId"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ProductNotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    deleteProductByProductId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of the product in the store, its `productId`, percent-encoded.
                 * @example SKU-1
                 */
                id: components["parameters"]["ProductIdInStore"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidStoreId"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    upsertProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of the product in the store, its `productId`, percent-encoded.
                 * @example SKU-1
                 */
                id: components["parameters"]["ProductIdInStore"];
            };
            cookie?: never;
        };
        /** The fields of the product. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductCreation"];
            };
        };
        responses: {
            200: components["responses"]["Product"];
            400: components["responses"]["RefusedProduct"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableProduct"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Connectif id of the product.
                 * @example 65c000000000000000000001
                 */
                id: components["parameters"]["ProductConnectifId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Product"];
            400: components["responses"]["InvalidConnectifId"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ProductNotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    deleteProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Connectif id of the product.
                 * @example 65c000000000000000000001
                 */
                id: components["parameters"]["ProductConnectifId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidConnectifId"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listContactFields: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ContactFields"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createContactField: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The field, with the limits of its type. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactFieldCreate"];
            };
        };
        responses: {
            201: components["responses"]["ContactFieldCreated"];
            400: components["responses"]["InvalidBody"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContactField"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getContactField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Id of the custom field, percent-encoded.
                 * @example shoe-size
                 */
                id: components["parameters"]["ContactFieldId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ContactField"];
            400: components["responses"]["InvalidContactFieldId"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ContactFieldNotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    deleteContactField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Id of the custom field, percent-encoded.
                 * @example shoe-size
                 */
                id: components["parameters"]["ContactFieldId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidContactFieldId"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createCustomEventByAlias: {
        parameters: {
            query?: {
                /**
                 * Whether the contact is created when none has the email; when false, the event is refused with E0501.
                 * @example true
                 */
                createContact?: components["parameters"]["CreateContact"];
            };
            header?: never;
            path: {
                /**
                 * Alias of the custom event type.
                 * @example store-visit
                 */
                alias: components["parameters"]["CustomEventTypeAlias"];
            };
            cookie?: never;
        };
        /** Values of the fields of the event, by the ids that its type gives them. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomEvent"];
            };
        };
        responses: {
            201: components["responses"]["CustomEventCreated"];
            400: components["responses"]["RefusedCustomEvent"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["CustomEventTypeNotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableCustomEvent"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createCustomEventById: {
        parameters: {
            query?: {
                /**
                 * Whether the contact is created when none has the email; when false, the event is refused with E0501.
                 * @example true
                 */
                createContact?: components["parameters"]["CreateContact"];
            };
            header?: never;
            path: {
                /**
                 * Connectif id of the custom event type, the `id` of the answer to its creation.
                 * @example 65d000000000000000000001
                 */
                id: components["parameters"]["CustomEventTypeConnectifId"];
            };
            cookie?: never;
        };
        /** Values of the fields of the event, by the ids that its type gives them. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomEvent"];
            };
        };
        responses: {
            201: components["responses"]["CustomEventCreated"];
            400: components["responses"]["RefusedCustomEvent"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["CustomEventTypeNotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableCustomEvent"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listCustomEventTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CustomEventTypes"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createCustomEventType: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The type, with the fields of its events. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomEventTypeCreate"];
            };
        };
        responses: {
            201: components["responses"]["CustomEventTypeCreated"];
            400: components["responses"]["InvalidBody"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableCustomEventType"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getCustomEventType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Connectif id of the custom event type, the `id` of the answer to its creation.
                 * @example 65d000000000000000000001
                 */
                id: components["parameters"]["CustomEventTypeConnectifId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CustomEventType"];
            400: components["responses"]["InvalidConnectifId"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["CustomEventTypeNotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    deleteCustomEventType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Connectif id of the custom event type, the `id` of the answer to its creation.
                 * @example 65d000000000000000000001
                 */
                id: components["parameters"]["CustomEventTypeConnectifId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidConnectifId"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listImports: {
        parameters: {
            query?: {
                /**
                 * Which page of the list, from 1. Assumed: the vendor's parameters are not known, so leave it to the links.
                 * @example 2
                 */
                page?: components["parameters"]["ListPage"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Imports"];
            400: components["responses"]["InvalidPage"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file with its options. Other fields are refused (assumed). */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["ImportCreation"];
            };
        };
        responses: {
            201: components["responses"]["ImportCreated"];
            400: components["responses"]["RefusedImport"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["NotMultipart"];
            422: components["responses"]["UnprocessableImport"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Connectif id of the import, the `id` of the answer to its creation.
                 * @example 65b100000000000000000001
                 */
                id: components["parameters"]["ImportConnectifId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Import"];
            400: components["responses"]["InvalidConnectifId"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ImportNotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    cancelImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Connectif id of the import, the `id` of the answer to its creation.
                 * @example 65b100000000000000000001
                 */
                id: components["parameters"]["ImportConnectifId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidConnectifId"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listExports: {
        parameters: {
            query?: {
                /**
                 * Which page of the list, from 1. Assumed: the vendor's parameters are not known, so leave it to the links.
                 * @example 2
                 */
                page?: components["parameters"]["ListPage"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Exports"];
            400: components["responses"]["InvalidPage"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What to export, and how the file is written. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportCreation"];
            };
        };
        responses: {
            201: components["responses"]["ExportCreated"];
            400: components["responses"]["RefusedExport"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableExport"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createDataExplorerExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report, and the days that it covers. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["DataExplorerExportCreation"];
            };
        };
        responses: {
            201: components["responses"]["ExportCreated"];
            400: components["responses"]["RefusedExport"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableExport"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Connectif id of the export, the `id` of the answer to its creation.
                 * @example 65c100000000000000000001
                 */
                id: components["parameters"]["ExportConnectifId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Export"];
            400: components["responses"]["InvalidConnectifId"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ExportNotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    deleteExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Connectif id of the export, the `id` of the answer to its creation.
                 * @example 65c100000000000000000001
                 */
                id: components["parameters"]["ExportConnectifId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidConnectifId"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
}
