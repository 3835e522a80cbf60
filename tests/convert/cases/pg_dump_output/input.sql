--
-- PostgreSQL database dump
--
\restrict abc
SET statement_timeout = 0;
SET client_encoding = 'UTF8';
SELECT pg_catalog.set_config('search_path', '', false);
SET default_table_access_method = heap;

CREATE TABLE public.customer (
    customer_id integer NOT NULL,
    email character varying(120),
    created timestamp without time zone DEFAULT now() NOT NULL,
    tier character varying(10) DEFAULT 'basic'::character varying NOT NULL
);
ALTER TABLE public.customer OWNER TO postgres;

CREATE SEQUENCE public.customer_customer_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER TABLE public.customer_customer_id_seq OWNER TO postgres;
ALTER SEQUENCE public.customer_customer_id_seq OWNED BY public.customer.customer_id;

CREATE TABLE public.payment (
    payment_id bigint NOT NULL,
    customer_id integer NOT NULL,
    amount numeric(8,2) NOT NULL,
    CONSTRAINT payment_amount_check CHECK ((amount >= (0)::numeric))
);
ALTER TABLE public.payment ALTER COLUMN payment_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.payment_payment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE ONLY public.customer ALTER COLUMN customer_id SET DEFAULT nextval('public.customer_customer_id_seq'::regclass);

COPY public.customer (customer_id, email, created, tier) FROM stdin;
1	a;b@example.org	2026-01-01 00:00:00	it's
2	\N	2026-01-02 00:00:00	"quoted
\.

COPY public.payment (payment_id, customer_id, amount) FROM stdin;
\.

SELECT pg_catalog.setval('public.customer_customer_id_seq', 2, true);
ALTER TABLE ONLY public.customer ADD CONSTRAINT customer_pkey PRIMARY KEY (customer_id);
ALTER TABLE ONLY public.payment ADD CONSTRAINT payment_pkey PRIMARY KEY (payment_id);
CREATE INDEX payment_customer_idx ON public.payment USING btree (customer_id);
ALTER TABLE ONLY public.payment
    ADD CONSTRAINT payment_customer_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(customer_id) ON UPDATE CASCADE ON DELETE RESTRICT;
GRANT ALL ON SCHEMA public TO PUBLIC;
\unrestrict abc
